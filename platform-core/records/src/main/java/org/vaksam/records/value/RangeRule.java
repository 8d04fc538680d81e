package org.vaksam.records.value;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a number to a number; one of them may be open. */
public record RangeRule(ValueRule number) implements ValueRule {
    private static final List<String> MEMBERS = List.of("from", "to");

    @Override
    public Optional<Object> read(Object value, String path, Problems problems) {
        if (!(value instanceof Map<?, ?> range)) {
            problems.add(
                    path,
                    "Ska vara ett objekt med from och to, till exempel {\"from\":2,\"to\":5}.",
                    "Must be an object with from and to, for example {\"from\":2,\"to\":5}.");
            return Optional.empty();
        }
        for (Object key : range.keySet()) {
            if (!MEMBERS.contains(String.valueOf(key))) {
                problems.add(path + "." + key, "Ett intervall har from och to.", "A range has from and to.");
            }
        }
        var stored = new LinkedHashMap<String, Object>();
        for (String name : MEMBERS) {
            Object given = range.get(name);
            if (given != null) {
                number.read(given, path + "." + name, problems).ifPresent(read -> stored.put(name, read));
            }
        }
        if (stored.get("from") instanceof BigDecimal from
                && stored.get("to") instanceof BigDecimal to
                && from.compareTo(to) > 0) {
            problems.add(path + ".to", "Är mindre än from.", "Is smaller than from.");
            return Optional.empty();
        }
        return stored.isEmpty() ? Optional.empty() : Optional.of(stored);
    }
}
