package org.vaksam.records.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.records.Place;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Places;

/** What differs between two contents, as it is written to the journal: {@code {"title": [old, new]}}. */
public final class Changes {
    /** What the names of the kind's own fields begin with. */
    public static final String FIELDS = "fields.";

    private static final List<String> HEADER = List.of(
            "title",
            "description",
            "unit",
            "asset",
            "place",
            "occurredAt",
            "occurredUntil",
            "category",
            "severity",
            "assignee",
            "secrecy",
            "secrecyGround",
            "secretFields");
    private static final Set<String> HANDLING = Set.of("unit", "assignee", "secrecy", "secrecyGround", "secretFields");

    private static final int LARGEST = 24_000;

    private Changes() {}

    /** Member to old and new value; an empty list for what is sensitive or secret, whose values stay in the record only. */
    public static Map<String, Object> between(Content before, Content after, KindDefinition definition) {
        var changes = new LinkedHashMap<String, Object>();
        for (String name : HEADER) {
            put(changes, name, before.value(name), after.value(name), isSecret(name, before, after));
        }
        var ids = new HashSet<>(before.fields().keySet());
        ids.addAll(after.fields().keySet());
        ids.stream().sorted().forEach(id -> {
            boolean sensitive =
                    definition.field(id).map(FieldDefinition::sensitive).orElse(true);
            boolean withheld = sensitive || isSecret(id, before, after);
            put(changes, FIELDS + id, before.value(id), after.value(id), withheld);
        });
        return fitting(changes);
    }

    /** Whether a member says how a record is handled, and nothing of what is in it. */
    public static boolean isHandling(String name) {
        return HANDLING.contains(name);
    }

    private static boolean isSecret(String field, Content before, Content after) {
        return Stream.of(before.secrecy(), after.secrecy())
                .anyMatch(secrecy -> secrecy.covers(field) || secrecy.isRestricted() && !isHandling(field));
    }

    /** Name to old and new value of what differs. */
    public static Map<String, Object> between(Map<String, Object> before, Map<String, Object> after) {
        var changes = new LinkedHashMap<String, Object>();
        var names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.forEach(name ->
                put(changes, name, Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)), false));
        return fitting(changes);
    }

    private static void put(
            Map<String, Object> changes,
            String name,
            Optional<Object> before,
            Optional<Object> after,
            boolean withheld) {
        List<@Nullable Object> pair = pair(before, after);
        if (!Json.write(pair.get(0)).equals(Json.write(pair.get(1)))) {
            changes.put(name, withheld ? List.of() : pair);
        }
    }

    private static List<@Nullable Object> pair(Optional<Object> before, Optional<Object> after) {
        var pair = new ArrayList<@Nullable Object>();
        pair.add(before.map(Changes::json).orElse(null));
        pair.add(after.map(Changes::json).orElse(null));
        return pair;
    }

    private static Object json(Object value) {
        if (value instanceof Instant) {
            return value.toString();
        }
        return value instanceof Place place ? Places.toJson(place) : value;
    }

    /** Long texts are cut until the whole fits into a row of the journal. */
    private static Map<String, Object> fitting(Map<String, Object> changes) {
        Map<String, Object> shorter = changes;
        for (int longest = 10_000; Json.write(shorter).length() > LARGEST && longest > 10; longest /= 2) {
            shorter = cut(changes, longest);
        }
        return shorter;
    }

    private static Map<String, Object> cut(Map<String, Object> changes, int longest) {
        var shorter = new LinkedHashMap<String, Object>();
        changes.forEach((name, values) -> {
            var pair = new ArrayList<@Nullable Object>();
            for (Object value : (List<?>) values) {
                String text = Objects.toString(value, "");
                boolean fits = text.length() <= longest;
                pair.add(fits ? value : text.substring(0, longest) + "…");
            }
            shorter.put(name, pair);
        });
        return shorter;
    }
}
