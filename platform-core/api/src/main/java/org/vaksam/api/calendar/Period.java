package org.vaksam.api.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
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

    /** So long before this time as calendars in this zone count; working days are Monday to Friday. */
    public Instant before(Instant time, ZoneId zone) {
        ZonedDateTime then = time.atZone(zone)
                .minusYears(years)
                .minusMonths(months)
                .minusWeeks(weeks)
                .minusDays(days)
                .minusHours(hours)
                .minusMinutes(minutes);
        for (long left = workingDays; left > 0; ) {
            then = then.minusDays(1);
            if (then.getDayOfWeek() != DayOfWeek.SATURDAY && then.getDayOfWeek() != DayOfWeek.SUNDAY) {
                left--;
            }
        }
        return then.toInstant();
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
