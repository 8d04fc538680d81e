package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is usual for each series, computed once. */
final class Models {
    private final History history;
    private final LocalDate today;
    private final LocalDate first;
    private final Map<Series, Optional<Baseline>> baselines = new HashMap<>();
    private final Map<Series, DayWeights> days = new HashMap<>();

    Models(History history, LocalDate today) {
        this.history = history;
        this.today = today;
        this.first = today.minusDays(Cases.DAYS - 1L);
    }

    /** Empty when the series has too little of a history. */
    Optional<Baseline> of(Series series) {
        Optional<Baseline> known = baselines.get(series);
        if (known == null) {
            known = Baseline.of(today, history.blocks(series), days(series), shape(series));
            baselines.put(series, known);
        }
        return known;
    }

    /** What days weigh in this series: those of its kind, or of its type. */
    DayWeights days(Series series) {
        Series whole = series.family().hasKind()
                ? new Series(Family.KIND, series.group(), 0)
                : new Series(Family.TYPE, series.group(), 0);
        DayWeights known = days.get(whole);
        if (known == null) {
            known = DayWeights.of(
                    first,
                    history.daily(whole),
                    history.blocksOf(whole) * Baseline.BLOCK,
                    Baseline.GUARD * Baseline.BLOCK);
            days.put(whole, known);
        }
        return known;
    }

    /** Growth and season of what it is a part of. */
    private Shape shape(Series series) {
        return switch (series.family()) {
            case TYPE -> Shape.FLAT;
            case KIND, PLACE, UNIT, ASSET -> shapeOf(new Series(Family.TYPE, history.type(series), 0));
            case KIND_AND_ASSET, KIND_AND_PLACE, KIND_AND_UNIT -> shapeOf(new Series(Family.KIND, series.group(), 0));
        };
    }

    private Shape shapeOf(Series whole) {
        return of(whole).map(Baseline::shape).orElse(Shape.FLAT);
    }
}
