package org.vaksam.insight.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.CalendarParts;

/**
 * {@code A..B} with dates or times, either end open; a date as the end includes that day.
 *
 * @param first first millisecond that is in
 * @param last  last millisecond that is in
 */
public record TimeRange(long first, long last) {
    private static final String SEPARATOR = "..";
    private static final int DATE_LENGTH = 10;

    /** Reads the value of a parameter. */
    public static TimeRange parse(String parameter, String text) {
        int dots = text.indexOf(SEPARATOR);
        String from = dots < 0 ? text : text.substring(0, dots);
        String to = dots < 0 ? text : text.substring(dots + SEPARATOR.length());
        try {
            var range = new TimeRange(
                    from.isBlank() ? Long.MIN_VALUE : first(from.strip()),
                    to.isBlank() ? Long.MAX_VALUE : last(to.strip()));
            if (range.first <= range.last && !(from.isBlank() && to.isBlank())) {
                return range;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(parameter).causedBy(e);
        }
        throw wrong(parameter);
    }

    private static long first(String text) {
        return isDate(text) ? startOf(LocalDate.parse(text)) : time(text).toEpochMilli();
    }

    private static long last(String text) {
        return isDate(text)
                ? startOf(LocalDate.parse(text).plusDays(1)) - 1
                : time(text).toEpochMilli();
    }

    private static boolean isDate(String text) {
        return text.length() == DATE_LENGTH && text.indexOf('T') < 0;
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(CalendarParts.ZONE).toInstant().toEpochMilli();
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static Problem wrong(String parameter) {
        return BadParameter.value(
                parameter,
                new Text(
                        "skriv två datum eller tider som 2026-03-01..2026-03-31, det ena får saknas",
                        "write two dates or times like 2026-03-01..2026-03-31, one of them may be missing"));
    }
}
