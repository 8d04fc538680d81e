package org.vaksam.insight.signal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.data.Sha256;
import org.vaksam.api.text.Text;
import org.vaksam.insight.analysis.Labels;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.insight.signal.count.Observations;
import org.vaksam.insight.signal.count.Squares;
import org.vaksam.insight.signal.method.Ages;
import org.vaksam.insight.signal.method.Detector;
import org.vaksam.insight.signal.method.Excess;
import org.vaksam.insight.signal.method.FalseDiscovery;
import org.vaksam.insight.signal.method.Family;
import org.vaksam.insight.signal.method.Findings;
import org.vaksam.insight.signal.method.HotSpot;
import org.vaksam.insight.signal.method.Series;
import org.vaksam.insight.signal.method.SpaceTimeScan;
import org.vaksam.insight.signal.method.Spots;

/** From observations to signals that explain themselves. Used once. */
final class SignalMaker {
    private static final int KEY_LENGTH = 24;
    private static final int MOST_KINDS_ON_MAP = 20;
    private static final int MONTH = 28;

    private final Observations observations;
    private final LocalDate today;
    private final Names names;
    private final Map<String, List<String>> narrower;

    /**
     * @param narrower filters that the observations passed besides
     */
    SignalMaker(Observations observations, Labels labels, LocalDate today, Map<String, List<String>> narrower) {
        this.observations = observations;
        this.today = today;
        this.names = new Names(observations, labels);
        this.narrower = narrower;
    }

    /** All of them, the least likely first. */
    SignalSet make() {
        Findings findings = Detector.detect(observations.cases(), today);
        List<Signal> signals = new ArrayList<>();
        findings.excesses().forEach(excess -> signals.add(ofExcess(excess)));
        signals.addAll(hotSpots());
        signals.addAll(ageing());
        observations.overdue().forEach((type, overdue) -> {
            if (overdue.records() >= Detector.FEWEST) {
                signals.add(ofOverdue(type, overdue));
            }
        });
        signals.sort(Comparator.comparingDouble(Signal::probability).thenComparing(Signal::key));
        return new SignalSet(List.copyOf(signals), findings.tested(), findings.tooShort());
    }

    private Signal ofExcess(Excess excess) {
        Series series = excess.series();
        Text what = names.what(series);
        Text where = names.where(series);
        boolean repeated = excess.days() == MONTH
                && excess.expected().mean() < 1
                && series.family() != Family.KIND
                && series.family() != Family.TYPE;
        SignalFilters filters = names.filters(series);
        return new Signal(
                key("series", filters),
                repeated ? Signal.Kind.REPEATED : Signal.Kind.MORE,
                Sentences.title(what, where),
                repeated ? Sentences.repeated(what, where, excess) : Sentences.more(what, where, excess),
                filters.type(),
                filters.occurred(excess.from(), excess.to()).within(narrower).filters(),
                Optional.of(excess.from()),
                Optional.of(excess.to()),
                excess.observed(),
                excess.expected().mean(),
                excess.most(),
                Optional.of(excess.expected().lower()),
                Optional.of(excess.expected().upper()),
                excess.probability(),
                excess.rate(),
                Optional.of(excess.growth()),
                excess.weeks());
    }

    /** Of everything of a type, and of those kinds of which most happened lately; the same spot is told once. */
    private List<Signal> hotSpots() {
        record Scanned(Series series, HotSpot spot) {}
        List<Scanned> scanned = new ArrayList<>();
        observations.spotsOfTypes().forEach((type, spots) -> SpaceTimeScan.scan(spots)
                .forEach(spot -> scanned.add(new Scanned(new Series(Family.TYPE, type, 0), spot))));
        observations.spotsOfKinds().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<Integer, Spots> kind) ->
                                -kind.getValue().recent(Spots.DAYS))
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_KINDS_ON_MAP)
                .forEach(kind -> SpaceTimeScan.scan(kind.getValue())
                        .forEach(spot -> scanned.add(new Scanned(new Series(Family.KIND, kind.getKey(), 0), spot))));
        scanned.sort(Comparator.comparingDouble(one -> one.spot().probability()));
        List<Scanned> told = new ArrayList<>();
        for (Scanned each : scanned) {
            if (told.stream().noneMatch(other -> other.spot().touches(each.spot()))) {
                told.add(each);
            }
        }
        return told.stream().map(each -> ofHotSpot(each.series(), each.spot())).toList();
    }

    private Signal ofHotSpot(Series series, HotSpot spot) {
        Text what = names.what(series);
        LocalDate from = today.minusDays(spot.days() - 1L);
        SignalFilters filters = names.filters(series)
                .and(SignalFilters.BBOX, Squares.box(spot.row(), spot.column(), spot.reach(), spot.size()));
        return new Signal(
                key("spot", names.filters(series).and("square", spot.row() + "/" + spot.column() + "/" + spot.size())),
                Signal.Kind.HOTSPOT,
                Sentences.title(what, new Text(" på samma ställe", " in the same spot")),
                Sentences.hotSpot(what, spot, Squares.metres(spot.reach(), spot.size())),
                filters.type(),
                filters.occurred(from, today).within(narrower).filters(),
                Optional.of(from),
                Optional.of(today),
                spot.observed(),
                spot.expected(),
                spot.observed() - spot.expected(),
                Optional.empty(),
                Optional.empty(),
                spot.probability(),
                spot.probability(),
                Optional.empty(),
                List.of());
    }

    private List<Signal> ageing() {
        record Aged(int kind, Ages.Old old) {}
        List<Aged> known = observations.ages().entrySet().stream()
                .filter(kind -> kind.getValue().isKnown())
                .map(kind -> new Aged(kind.getKey(), kind.getValue().old()))
                .toList();
        double[] probabilities =
                known.stream().mapToDouble(each -> each.old().probability()).toArray();
        double[] rates = FalseDiscovery.adjusted(probabilities, p -> p * known.size());
        List<Signal> signals = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            if (rates[i] <= Detector.RATE && known.get(i).old().isMany()) {
                signals.add(ofAge(known.get(i).kind(), known.get(i).old(), rates[i]));
            }
        }
        return signals;
    }

    private Signal ofAge(int kind, Ages.Old old, double rate) {
        var series = new Series(Family.KIND, kind, 0);
        Text what = names.what(series);
        SignalFilters filters = names.filters(series);
        return new Signal(
                key("ageing", filters),
                Signal.Kind.AGEING,
                Sentences.title(what, new Text(", öppna länge", ", open for long")),
                Sentences.ageing(what, old),
                filters.type(),
                filters.and(Dimensions.PHASE.id(), "open")
                        .and(IndexSchema.CREATED_AT, ".." + today.minusDays(old.days() + 1L))
                        .within(narrower)
                        .filters(),
                Optional.empty(),
                Optional.empty(),
                old.old(),
                old.expected().mean(),
                old.old() - old.expected().mean(),
                Optional.of(old.expected().lower()),
                Optional.of(old.expected().upper()),
                old.probability(),
                rate,
                Optional.empty(),
                List.of());
    }

    private Signal ofOverdue(int type, Observations.Overdue overdue) {
        var series = new Series(Family.TYPE, type, 0);
        Text what = names.what(series);
        SignalFilters filters = names.filters(series);
        return new Signal(
                key("overdue", filters),
                Signal.Kind.OVERDUE,
                Sentences.title(what, new Text(", försenade åtgärder", ", actions overdue")),
                Sentences.overdue(what, overdue),
                filters.type(),
                filters.and(IndexSchema.ACTION_DUE, ".." + today.minusDays(1))
                        .within(narrower)
                        .filters(),
                Optional.empty(),
                Optional.empty(),
                overdue.records(),
                0,
                overdue.records(),
                Optional.empty(),
                Optional.empty(),
                1,
                1,
                Optional.empty(),
                List.of());
    }

    /** Tells nothing to who does not see the signal anyway. */
    private String key(String sort, SignalFilters filters) {
        return Sha256.hex(sort + filters.type() + filters.within(narrower).filters())
                .substring(0, KEY_LENGTH);
    }
}
