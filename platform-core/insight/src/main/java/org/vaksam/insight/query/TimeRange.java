package org.vaksam.insight.query;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * {@code A..B}, {@code >=A}, {@code <B} or one period, with times or with days in all the ways of {@link DayRange}; a period as the
 * end is in with all of its days.
 *
 * @param first first millisecond that is in
 * @param last  last millisecond that is in
 */
public record TimeRange(long first, long last) {
    /** Reads the value of a parameter as somebody means it who asks on this day. */
    public static TimeRange parse(String parameter, String text, LocalDate today) {
        try {
            Optional<Interval> interval = Interval.parse(text);
            if (interval.isEmpty()) {
                return end(text, today);
            }
            String from = interval.get().from();
            String to = interval.get().to();
            var range = new TimeRange(
                    from.isEmpty()
                            ? Long.MIN_VALUE
                            : first(end(from, today), interval.get().fromIn()),
                    to.isEmpty()
                            ? Long.MAX_VALUE
                            : last(end(to, today), interval.get().toIn()));
            if (range.first <= range.last && !interval.get().isEmpty()) {
                return range;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw wrong(parameter).causedBy(e);
        }
        throw wrong(parameter);
    }

    private static long first(TimeRange end, boolean in) {
        return in ? end.first : end.last + 1;
    }

    private static long last(TimeRange end, boolean in) {
        return in ? end.last : end.first - 1;
    }

    /** One end, which may be a whole period. */
    private static TimeRange end(String text, LocalDate today) {
        Optional<DayRange> days = DayRange.parse(text, today);
        if (days.isPresent()) {
            return new TimeRange(startOf(days.get().first()), startOf(days.get().end()) - 1);
        }
        long time = OffsetDateTime.parse(text.strip()).toInstant().toEpochMilli();
        return new TimeRange(time, time);
    }

    private static long startOf(LocalDate day) {
        return day.atStartOfDay(SwedishTime.ZONE).toInstant().toEpochMilli();
    }

    /** The same one written out, in days where it begins and ends with one. */
    public String written() {
        return (first == Long.MIN_VALUE ? "" : written(first, 0)) + ".."
                + (last == Long.MAX_VALUE ? "" : written(last, 1));
    }

    /** The same hours so many days later; an end that is missing stays so. */
    public TimeRange later(int days) {
        return new TimeRange(
                first == Long.MIN_VALUE ? first : later(first, days),
                last == Long.MAX_VALUE ? last : later(last + 1, days) - 1);
    }

    private static long later(long time, int days) {
        return local(time).plusDays(days).toInstant().toEpochMilli();
    }

    /** A day when the time, or the one so many milliseconds after it, is its midnight. */
    private static String written(long time, int after) {
        boolean whole = local(time + after).toLocalTime().equals(LocalTime.MIDNIGHT);
        return whole
                ? local(time).toLocalDate().toString()
                : Instant.ofEpochMilli(time).toString();
    }

    private static ZonedDateTime local(long time) {
        return Instant.ofEpochMilli(time).atZone(SwedishTime.ZONE);
    }

    private static Problem wrong(String parameter) {
        return BadParameter.value(
                parameter,
                new Text(
                        "skriv en dag, månad, vecka eller period som 2026-03-01, 2026-03, 2026-W09, förra-kvartalet eller"
                                + " senaste-30-dagarna, eller två av dem som 2026-03-01..2026-03-31, där den ena får saknas",
                        "write a day, month, week or period like 2026-03-01, 2026-03, 2026-W09, last-quarter or last-30-days,"
                                + " or two of them like 2026-03-01..2026-03-31, one of which may be missing"));
    }
}
