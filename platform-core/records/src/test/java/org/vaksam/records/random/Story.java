package org.vaksam.records.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.records.Place;
import org.vaksam.records.content.Content;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Places;
import org.vaksam.spi.records.RecordRow;

/**
 * A record as its journal tells it, from the row it was created as. What is sensitive has no values there: it is left out of the
 * comparison, everything else is compared.
 */
final class Story {
    private static final List<String> HEADER = List.of(
            "title",
            "description",
            "unit",
            "asset",
            "place",
            "occurredAt",
            "category",
            "severity",
            "assignee",
            "secrecy");

    private final Map<String, String> told;
    private final Set<String> withheld = new HashSet<>();
    private String state;

    Story(RecordRow created) {
        told = values(created);
        state = created.state();
    }

    /** Tells one entry; what it says was there before must have been. */
    void tell(Journal.Entry entry) {
        if (entry.data().get("changes") instanceof Map<?, ?> changes) {
            changes.forEach((name, pair) -> change(String.valueOf(name), (List<?>) pair));
        }
        if (entry.action().equals("record.transitioned")) {
            assertThat(entry.data()).containsEntry("from", state);
            state = String.valueOf(entry.data().get("to"));
        }
    }

    /** At the end it is the record as it is stored. */
    void endsAs(RecordRow row) {
        Map<String, String> now = values(row);
        now.keySet().removeAll(withheld);
        told.keySet().removeAll(withheld);
        assertThat(told).isEqualTo(now);
        assertThat(state).isEqualTo(row.state());
    }

    private void change(String name, List<?> pair) {
        if (pair.isEmpty()) {
            withheld.add(name);
            return;
        }
        if (!withheld.contains(name)) {
            assertThat(told.getOrDefault(name, "null")).as(name).isEqualTo(Json.write(pair.get(0)));
        }
        if (pair.get(1) == null) {
            told.remove(name);
        } else {
            told.put(name, Json.write(pair.get(1)));
        }
    }

    /** By name, as JSON. */
    private static Map<String, String> values(RecordRow row) {
        var values = new TreeMap<String, String>();
        Content content = Content.of(row);
        for (String name : HEADER) {
            content.value(name).ifPresent(value -> values.put(name, Json.write(plain(value))));
        }
        row.fields().forEach((id, value) -> values.put("fields." + id, Json.write(value)));
        return values;
    }

    private static Object plain(Object value) {
        if (value instanceof Place place) {
            return Places.toJson(place);
        }
        return Optional.of(value)
                .filter(Instant.class::isInstance)
                .<Object>map(Object::toString)
                .orElse(value);
    }
}
