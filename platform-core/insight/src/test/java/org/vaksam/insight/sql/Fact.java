package org.vaksam.insight.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.insight.testing.FakeSteps;
import org.vaksam.insight.testing.Row;

/**
 * One record as a row of a table that SQL can count, made without anything of the index.
 *
 * @param severity and so on: empty when it has none
 * @param hours    until it was closed, counted from its creation
 */
record Fact(
        long number,
        String kind,
        boolean closed,
        String category,
        Optional<Integer> severity,
        Optional<String> place,
        double latitude,
        double longitude,
        Optional<Instant> occurred,
        Optional<String> form,
        Optional<BigDecimal> cost,
        long triagedAfter,
        long closedAfter) {
    static final String TABLE =
            """
            CREATE TABLE fact (id CHAR(36) PRIMARY KEY, kind VARCHAR(20), state VARCHAR(20), phase VARCHAR(10),
            category VARCHAR(40), severity VARCHAR(4), place VARCHAR(200), latitude DOUBLE, longitude DOUBLE,
            in_year VARCHAR(4), in_month VARCHAR(7), in_week VARCHAR(8), in_day VARCHAR(10), weekday VARCHAR(4),
            in_hour VARCHAR(4), form VARCHAR(20), cost DECIMAL(19,4), until_closed DECIMAL(19,3),
            triage DECIMAL(19,3))
            """;
    static final int COLUMNS = 19;

    Row row() {
        Row row = Row.number(number)
                .kind(kind)
                .state(closed ? "closed" : "received", closed ? "closed" : "open")
                .category(category);
        severity.ifPresent(row::severity);
        place.ifPresent(name -> row.place(name, latitude, longitude));
        occurred.ifPresent(at -> row.occurredAt(at.toString()));
        form.ifPresent(value -> row.field("form", value));
        cost.ifPresent(value -> row.field("cost", value));
        return row;
    }

    /** As it went through its states. */
    void move(FakeSteps steps) {
        if (closed) {
            Instant created = row().build().createdAt();
            String id = Row.id(number);
            steps.move(
                    id,
                    "received",
                    "triaged",
                    "open",
                    created.plusMillis(triagedAfter).toString());
            steps.move(
                    id,
                    "triaged",
                    "closed",
                    "closed",
                    created.plusMillis(closedAfter).toString());
        }
    }

    @Nullable
    Object[] values() {
        Optional<ZonedDateTime> at = occurred.map(time -> time.atZone(SwedishTime.ZONE));
        return new @Nullable Object[] {
            Row.id(number),
            kind,
            closed ? "closed" : "received",
            closed ? "closed" : "open",
            category.isEmpty() ? null : category,
            severity.map(String::valueOf).orElse(null),
            place.orElse(null),
            place.isPresent() ? latitude : null,
            place.isPresent() ? longitude : null,
            part(at, "yyyy"),
            part(at, "yyyy-MM"),
            part(at, "YYYY-'W'ww"),
            part(at, "yyyy-MM-dd"),
            part(at, "e"),
            part(at, "H"),
            form.orElse(null),
            cost.orElse(null),
            closed ? BigDecimal.valueOf(closedAfter, 3) : null,
            closed ? BigDecimal.valueOf(closedAfter - triagedAfter, 3) : null
        };
    }

    /** Weeks as ISO 8601 has them, which are those of Germany. */
    private static @Nullable String part(Optional<ZonedDateTime> at, String pattern) {
        return at.map(time ->
                        DateTimeFormatter.ofPattern(pattern, Locale.GERMANY).format(time))
                .orElse(null);
    }
}
