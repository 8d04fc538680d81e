package org.vaksam.spi.records;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** People whose identity is protected, in the value of a field: the role they had is told, and nothing of who they are. */
final class ProtectedPeople {
    private static final String MARK = "protected";

    private ProtectedPeople() {}

    static boolean areIn(Object value) {
        return value instanceof List<?> people && people.stream().anyMatch(ProtectedPeople::isOne);
    }

    /** The value in which they have a role and no name. */
    static Object without(Object value) {
        return value instanceof List<?> people
                ? people.stream().map(ProtectedPeople::hidden).toList()
                : value;
    }

    private static boolean isOne(Object person) {
        return person instanceof Map<?, ?> members && Boolean.TRUE.equals(members.get(MARK));
    }

    private static Object hidden(Object person) {
        if (!isOne(person) || !(person instanceof Map<?, ?> members)) {
            return person;
        }
        var shown = new LinkedHashMap<String, Object>();
        Object role = members.get("role");
        if (role != null) {
            shown.put("role", role);
        }
        shown.put(MARK, true);
        return Map.copyOf(shown);
    }
}
