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

    /** One that is merged into no other. */
    public RecordRow(
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
            Optional<String> updatedBy) {
        this(
                id,
                number,
                type,
                kind,
                definitionVersion,
                title,
                description,
                state,
                phase,
                unit,
                asset,
                place,
                occurredAt,
                occurredUntil,
                category,
                severity,
                assignee,
                secrecy,
                channel,
                externalKey,
                fields,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                Optional.empty());
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
        return new RecordRow(
                id,
                number,
                type,
                kind,
                definitionVersion,
                secret.contains("title") ? "" : title,
                secret.contains("description") ? "" : description,
                state,
                phase,
                unit,
                asset.filter(any -> !secret.contains("asset")),
                place.filter(any -> !secret.contains("place")),
                occurredAt.filter(any -> !secret.contains("occurredAt")),
                occurredUntil.filter(any -> !secret.contains("occurredUntil")),
                secret.contains("category") ? "" : category,
                secret.contains("severity") ? OptionalInt.empty() : severity,
                assignee,
                secrecy,
                channel,
                externalKey,
                others,
                version,
                createdAt,
                createdBy,
                updatedAt,
                updatedBy,
                mergedInto);
    }
}
