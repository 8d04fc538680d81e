package org.vaksam.insight.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.vaksam.insight.query.DayRange;

/** Values that the language itself knows, whatever records there are. */
final class FixedValues {
    private static final Set<String> TIMES = Set.of("occurredAt", "createdAt", "updatedAt");
    private static final Map<String, List<String>> VALUES = Map.of(
            "is", List.of("open", "closed", "merged", "overdue"),
            "has", List.of("actions", "files", "assignee", "unit", "place", "severity"),
            "assignee", List.of("me"));

    /** Those that begin so; of names in several languages each. */
    List<String> of(String field, String typed) {
        String beginning = typed.toLowerCase(Locale.ROOT);
        Stream<String> all = TIMES.contains(field)
                ? DayRange.words().stream().flatMap(List::stream)
                : VALUES.getOrDefault(field, List.of()).stream();
        return all.filter(value -> value.startsWith(beginning)).toList();
    }
}
