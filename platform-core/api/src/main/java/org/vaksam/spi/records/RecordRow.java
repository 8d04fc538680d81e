package org.vaksam.spi.records;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.vaksam.api.records.ExternalKey;
import org.vaksam.api.records.Place;

/**
 * A stored record: the header and the fields of its form.
 *
 * @param unit      id of the unit it happened in
 * @param asset     id of the asset it is about
 * @param assignee  account id
 * @param phase     {@code open} or {@code closed}, of its state
 * @param version   1 after creation, one more with every change; the ETag
 * @param mergedInto id of the record that goes on in its place
 */
public record RecordRow(
        String id,
        String number,
        String type,
        String kind,
        int definitionVersion,
        String title,
        String description,
        String state,
        String phase,
        Optional<String> unit,
        Optional<String> asset,
        Optional<Place> place,
        Optional<Instant> occurredAt,
        Optional<Instant> occurredUntil,
        String category,
        OptionalInt severity,
        Optional<String> assignee,
        Secrecy secrecy,
        String channel,
        Optional<ExternalKey> externalKey,
        Map<String, Object> fields,
        int version,
        Instant createdAt,
        Optional<String> createdBy,
        Instant updatedAt,
        Optional<String> updatedBy,
        Optional<String> mergedInto) {

    /** A new record: open, internal, version 1, with nothing in it. */
    public static RecordRowBuilder builder(String id, String number, String type, String kind) {
        return new RecordRowBuilder(id, number, type, kind);
    }

    /** The same record, of which something may be changed. */
    public RecordRowBuilder copy() {
        return new RecordRowBuilder(this);
    }

    /** The version after this one, written by this account. */
    public RecordRowBuilder next(Instant now, Optional<String> by) {
        return copy().version(version + 1).updated(now, by);
    }

    /** Whether it holds something that is secret by itself. */
    public boolean hasSecrets() {
        return !equals(withoutSecrets());
    }

    /** The fields that name people whose identity is protected. */
    public Set<String> fieldsWithProtectedPeople() {
        return fields.entrySet().stream()
                .filter(field -> ProtectedPeople.areIn(field.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The same record; what is secret by itself has no value, and people whose identity is protected have no name. */
    public RecordRow withoutSecrets() {
        return without(secrecy.fields().keySet());
    }

    /** The same record; people whose identity is protected have no name. */
    public RecordRow withoutProtectedPeople() {
        return without(Set.of());
    }

    private RecordRow without(Set<String> secret) {
        Set<String> named = fieldsWithProtectedPeople();
        if (secret.isEmpty() && named.isEmpty()) {
            return this;
        }
        var others = new HashMap<>(fields);
        others.keySet().removeAll(secret);
        named.forEach(field -> others.computeIfPresent(field, (id, value) -> ProtectedPeople.without(value)));
        return copy().title(secret.contains("title") ? "" : title)
                .description(secret.contains("description") ? "" : description)
                .asset(asset.filter(any -> !secret.contains("asset")))
                .place(place.filter(any -> !secret.contains("place")))
                .occurred(
                        occurredAt.filter(any -> !secret.contains("occurredAt")),
                        occurredUntil.filter(any -> !secret.contains("occurredUntil")))
                .category(secret.contains("category") ? "" : category)
                .severity(secret.contains("severity") ? OptionalInt.empty() : severity)
                .fields(others)
                .build();
    }
}
