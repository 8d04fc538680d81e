package org.vaksam.api.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A period of ISO 8601, with working days ({@code P3WD}) besides. */
public record Period(long years, long months, long weeks, long days, long workingDays, long hours, long minutes) {
    private static final int LONGEST = 40;
    private static final Pattern FORM =
            Pattern.compile("P(?!$)(?:([0-9]{1,4})Y)?(?:([0-9]{1,4})M)?(?:([0-9]{1,4})W(?!D))?"
                    + "(?:([0-9]{1,5})D)?(?:([0-9]{1,4})WD)?(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?)?");

    public static Optional<Period> of(String text) {
        Matcher matcher = FORM.matcher(text.length() > LONGEST ? "" : text);
        return matcher.matches()
                ? Optional.of(new Period(
                        part(matcher, 1),
                        part(matcher, 2),
                        part(matcher, 3),
                        part(matcher, 4),
                        part(matcher, 5),
                        part(matcher, 6),
                        part(matcher, 7)))
                : Optional.empty();
    }

    /**
     * So long after this time as calendars in this zone count: years to days first, then working days, then hours and minutes as
     * they pass. Working days without hours or minutes end with the last second of the last of them, as days do by law (lag
     * 1930:173), and the day of the beginning is not counted; everything else keeps the time of day, and ends on a free day when
     * it falls on one.
     */
    public Instant after(Instant time, ZoneId zone, WorkingDays calendar) {
        ZonedDateTime then = time.atZone(zone)
                .plusYears(years)
                .plusMonths(months)
                .plusWeeks(weeks)
                .plusDays(days);
        if (workingDays > 0) {
            LocalDate last = calendar.after(then.toLocalDate(), workingDays);
            if (hours == 0 && minutes == 0) {
                return last.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
            }
            then = then.with(last);
        }
        return then.plusHours(hours).plusMinutes(minutes).toInstant();
    }

    /** So long before this time as calendars in this zone count; keeps the time of day. */
    public Instant before(Instant time, ZoneId zone, WorkingDays calendar) {
        ZonedDateTime then = time.atZone(zone)
                .minusYears(years)
                .minusMonths(months)
                .minusWeeks(weeks)
                .minusDays(days)
                .minusHours(hours)
                .minusMinutes(minutes);
        return then.with(calendar.before(then.toLocalDate(), workingDays)).toInstant();
    }

    /** As it stands in a definition. */
    public String text() {
        var text = new StringBuilder("P");
        append(text, years, "Y");
        append(text, months, "M");
        append(text, weeks, "W");
        append(text, days, "D");
        append(text, workingDays, "WD");
        if (hours > 0 || minutes > 0) {
            text.append('T');
            append(text, hours, "H");
            append(text, minutes, "M");
        }
        return text.length() == 1 ? "P0D" : text.toString();
    }

    private static void append(StringBuilder text, long count, String unit) {
        if (count > 0) {
            text.append(count).append(unit);
        }
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
