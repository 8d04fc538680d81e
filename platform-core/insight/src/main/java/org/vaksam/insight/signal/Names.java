package org.vaksam.insight.signal;

import java.util.List;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.insight.analysis.Labels;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.signal.count.Observations;
import org.vaksam.insight.signal.method.Family;
import org.vaksam.insight.signal.method.Series;

/** What people call what a series is about, and the filters of it. */
final class Names {
    private final Observations observations;
    private final Labels labels;

    Names(Observations observations, Labels labels) {
        this.observations = observations;
        this.labels = labels;
    }

    /** What happens: the kind, or all that a type holds. */
    Text what(Series series) {
        if (!series.family().hasKind()) {
            return label(Dimensions.TYPE, type(series), type(series));
        }
        Observations.Kind kind = observations.kind(series.group());
        return label(Dimensions.KIND, kind.kind(), kind.type());
    }

    /** Where, with the word before it; nothing for everywhere. */
    Text where(Series series) {
        return dimension(series.family())
                .map(dimension -> {
                    Text name = label(dimension, observations.key(dimension, series.where()), type(series));
                    return dimension.equals(Dimensions.ASSET)
                            ? new Text(" vid " + name.sv(), " at " + name.en())
                            : new Text(" i " + name.sv(), " in " + name.en());
                })
                .orElse(Text.same(""));
    }

    String type(Series series) {
        return series.family().hasKind() ? observations.kind(series.group()).type() : observations.type(series.group());
    }

    /** Filters that all records of the series pass and no others. */
    SignalFilters filters(Series series) {
        SignalFilters filters = SignalFilters.of(type(series));
        if (series.family().hasKind()) {
            filters = filters.and(
                    Dimensions.KIND.id(), observations.kind(series.group()).kind());
        }
        var where = dimension(series.family());
        if (where.isPresent()) {
            String key = observations.key(where.get(), series.where());
            filters =
                    filters.and(where.get().id(), labels.filterKeys(where.get()).apply(key));
        }
        return filters;
    }

    Text label(Dimension dimension, String key, String type) {
        return labels.of(dimension, List.of(key), List.of(type)).getOrDefault(key, Text.same(key));
    }

    private static Optional<Dimension> dimension(Family family) {
        return switch (family) {
            case KIND_AND_ASSET, ASSET -> Optional.of(Dimensions.ASSET);
            case KIND_AND_PLACE, PLACE -> Optional.of(Dimensions.PLACE);
            case KIND_AND_UNIT, UNIT -> Optional.of(Dimensions.UNIT);
            case KIND, TYPE -> Optional.empty();
        };
    }
}
