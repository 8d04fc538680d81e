package org.vaksam.records.content;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.api.records.Place;
import org.vaksam.records.definition.Defaults;
import org.vaksam.spi.records.Secrecy;

/** A record's content while it is being written. */
final class Draft {
    String title = "";
    String description = "";
    Optional<String> unit = Optional.empty();
    Optional<String> asset = Optional.empty();
    Optional<Place> place = Optional.empty();
    Optional<Instant> occurredAt = Optional.empty();
    Optional<Instant> occurredUntil = Optional.empty();
    String category = "";
    OptionalInt severity = OptionalInt.empty();
    Optional<String> assignee = Optional.empty();
    Secrecy secrecy;
    /** Whether it changes a stored record. */
    final boolean isStored;

    final Map<String, Object> fields = new LinkedHashMap<>();

    Draft(Defaults defaults) {
        isStored = false;
        secrecy = defaults.secrecy();
        severity = defaults.severity();
        category = defaults.category().orElse(category);
        fields.putAll(defaults.fields());
    }

    Draft(Content content) {
        isStored = true;
        title = content.title();
        description = content.description();
        unit = content.unit();
        asset = content.asset();
        place = content.place();
        occurredAt = content.occurredAt();
        occurredUntil = content.occurredUntil();
        category = content.category();
        severity = content.severity();
        assignee = content.assignee();
        secrecy = content.secrecy();
        fields.putAll(content.fields());
    }

    Content toContent() {
        return new Content(
                title,
                description,
                unit,
                asset,
                place,
                occurredAt,
                occurredUntil,
                category,
                severity,
                assignee,
                secrecy,
                Map.copyOf(fields));
    }
}
