package org.vaksam.records.value;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Points in time and dates of the input, between the years 1900 and 2200. */
public final class Times {

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("2201-01-01T00:00:00Z");

    private Times() {}

    /** A point in time with an offset, in whole milliseconds. */
    public static Optional<Instant> instant(Object value, String path, Problems problems) {
        Optional<Instant> parsed = value instanceof Instant given ? Optional.of(given) : parse(value);
        if (parsed.isEmpty()) {
            problems.add(
                    path,
                    "Ska vara en tidpunkt med tidszon, till exempel 2026-11-22T15:04:05Z eller 2026-11-22T16:04:05+01:00.",
                    "Must be a time with an offset, for example 2026-11-22T15:04:05Z or 2026-11-22T16:04:05+01:00.");
            return Optional.empty();
        }
        Instant instant = parsed.get().truncatedTo(ChronoUnit.MILLIS);
        if (instant.isBefore(FIRST) || !instant.isBefore(END)) {
            outOfRange(path, problems);
            return Optional.empty();
        }
        return Optional.of(instant);
    }

    /** A date, {@code 2026-11-22}. */
    public static Optional<LocalDate> date(Object value, String path, Problems problems) {
        try {
            if (value instanceof String text && text.length() == 10) {
                LocalDate date = LocalDate.parse(text);
                if (date.getYear() < 1900 || date.getYear() > 2200) {
                    outOfRange(path, problems);
                    return Optional.empty();
                }
                return Optional.of(date);
            }
        } catch (DateTimeException e) {
            // said below, in words
        }
        problems.add(path, "Ska vara ett datum, till exempel 2026-11-22.", "Must be a date, for example 2026-11-22.");
        return Optional.empty();
    }

    private static Optional<Instant> parse(Object value) {
        try {
            return value instanceof String text && text.length() <= 40
                    ? Optional.of(OffsetDateTime.parse(text).toInstant())
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void outOfRange(String path, Problems problems) {
        problems.add(path, "Ska ligga mellan åren 1900 och 2200.", "Must be between the years 1900 and 2200.");
    }
}
