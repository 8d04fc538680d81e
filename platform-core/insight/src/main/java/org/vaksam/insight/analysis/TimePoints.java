package org.vaksam.insight.analysis;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.insight.analysis.ValueSource.TimeBetween;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;

/** Points in the life of a record between which time is measured: its states, and a few that all records have. */
final class TimePoints {
    static final String CREATED = "created";
    static final String OCCURRED = "occurred";
    private static final String BETWEEN = "..";
    private static final List<String> OF_ALL = List.of(CREATED, OCCURRED, IndexSchema.CLOSED);

    private TimePoints() {}

    /** {@code received..closed}; empty when one of the points does not exist. */
    static Optional<TimeBetween> parse(String text, Dimensions dimensions) {
        int dots = text.indexOf(BETWEEN);
        if (dots < 0) {
            return Optional.empty();
        }
        List<String> possible = possible(dimensions);
        String from = text.substring(0, dots);
        String to = text.substring(dots + BETWEEN.length());
        return possible.contains(from) && possible.contains(to)
                ? Optional.of(new TimeBetween(from, to))
                : Optional.empty();
    }

    static List<String> possible(Dimensions dimensions) {
        return Stream.concat(OF_ALL.stream(), dimensions.states().stream())
                .distinct()
                .toList();
    }
}
