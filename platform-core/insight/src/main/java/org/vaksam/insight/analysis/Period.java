package org.vaksam.insight.analysis;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Optional;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.insight.query.TimeRange;

/**
 * Whole days.
 *
 * @param first the first day
 * @param end   the day after the last
 */
record Period(LocalDate first, LocalDate end) {
    /** Of a range of time; empty when it is open or does not begin and end with a day. */
    static Optional<Period> of(TimeRange range) {
        if (range.first() == Long.MIN_VALUE || range.last() == Long.MAX_VALUE) {
            return Optional.empty();
        }
        ZonedDateTime first = Instant.ofEpochMilli(range.first()).atZone(SwedishTime.ZONE);
        ZonedDateTime end = Instant.ofEpochMilli(range.last() + 1).atZone(SwedishTime.ZONE);
        boolean whole = first.toLocalTime().equals(LocalTime.MIDNIGHT)
                && end.toLocalTime().equals(LocalTime.MIDNIGHT);
        return whole ? Optional.of(new Period(first.toLocalDate(), end.toLocalDate())) : Optional.empty();
    }

    /** As long, and right before: so many months when it is whole months, else so many days. */
    Period before() {
        if (first.getDayOfMonth() == 1 && end.getDayOfMonth() == 1) {
            return new Period(first.minusMonths(ChronoUnit.MONTHS.between(first, end)), first);
        }
        return new Period(first.minusDays(ChronoUnit.DAYS.between(first, end)), first);
    }

    Period yearBefore() {
        return new Period(first.minusYears(1), end.minusYears(1));
    }

    /** As the value of a filter. */
    String asRange() {
        return first + ".." + end.minusDays(1);
    }

    /** The period of a calendar key, which must be plausible. */
    static Period ofKey(String dimension, String key) {
        return switch (dimension) {
            case "year" -> {
                LocalDate first = LocalDate.of(Integer.parseInt(key), 1, 1);
                yield new Period(first, first.plusYears(1));
            }
            case "month" -> {
                LocalDate first = YearMonth.parse(key).atDay(1);
                yield new Period(first, first.plusMonths(1));
            }
            case "week" -> new Period(monday(key), monday(key).plusWeeks(1));
            default -> new Period(LocalDate.parse(key), LocalDate.parse(key).plusDays(1));
        };
    }

    /** The Monday of {@code 2024-W09}. */
    static LocalDate monday(String week) {
        int mark = week.indexOf("-W");
        int year = Integer.parseInt(week.substring(0, mark));
        int number = Integer.parseInt(week.substring(mark + 2));
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, 1)
                .with(DayOfWeek.MONDAY)
                .plusWeeks(number - 1L);
    }
}
