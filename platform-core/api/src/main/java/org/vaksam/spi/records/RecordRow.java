package org.vaksam.spi.records;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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

    /** The same record; what is secret by itself has no value. */
    public RecordRow withoutSecrets() {
        if (secrecy.fields().isEmpty()) {
            return this;
        }
        var others = new HashMap<>(fields);
        others.keySet().removeAll(secrecy.fields().keySet());
        return new RecordRow(
                id,
                number,
                type,
                kind,
                definitionVersion,
                secrecy.covers("title") ? "" : title,
                secrecy.covers("description") ? "" : description,
                state,
                phase,
                unit,
                asset.filter(any -> !secrecy.covers("asset")),
                place.filter(any -> !secrecy.covers("place")),
                occurredAt.filter(any -> !secrecy.covers("occurredAt")),
                occurredUntil.filter(any -> !secrecy.covers("occurredUntil")),
                secrecy.covers("category") ? "" : category,
                secrecy.covers("severity") ? OptionalInt.empty() : severity,
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
