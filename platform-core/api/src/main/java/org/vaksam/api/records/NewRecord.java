package org.vaksam.api.records;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a record when it is created; the platform adds id, number, state, versions and times.
 *
 * @param type        record type, {@code module.record}, for example {@code incidents.report}
 * @param kind        kind of the type, names the definition
 * @param title       one line, 1-200 characters
 * @param description free text, up to 20 000 characters; may be empty
 * @param unit        id or code of the unit it happened in
 * @param asset       id or external key of the asset it is about
 * @param occurredAt  when it happened
 * @param category    facet below the kind; may be empty
 * @param severity    0-4
 * @param channel     how it came in: console, api, import, feed, public
 * @param fields      the kind's own fields, JSON values by field id
 */
public record NewRecord(
        String type,
        String kind,
        String title,
        String description,
        Optional<String> unit,
        Optional<String> asset,
        Optional<Instant> occurredAt,
        Optional<Place> place,
        String category,
        OptionalInt severity,
        String channel,
        Optional<ExternalKey> externalKey,
        Map<String, Object> fields) {}
