package org.vaksam.insight.schema;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vaksam.api.calendar.SwedishTime;

/** When something happened as people say it: year, month, ISO week, day, weekday and hour in Europe/Stockholm. */
public final class CalendarParts {

    private static final Map<String, Pattern> SHAPES = Map.of(
            Dimensions.YEAR.id(), Pattern.compile("-?\\d{4,9}"),
            Dimensions.MONTH.id(), Pattern.compile("-?\\d{4,9}-(0[1-9]|1[0-2])"),
            Dimensions.WEEK.id(), Pattern.compile("-?\\d{4,9}-W(0[1-9]|[1-4]\\d|5[0-3])"),
            Dimensions.DAY.id(), Pattern.compile("-?\\d{4,9}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"),
            Dimensions.WEEKDAY.id(), Pattern.compile("[1-7]"),
            Dimensions.HOUR.id(), Pattern.compile("1?\\d|2[0-3]"));

    private CalendarParts() {}

    /** Key by dimension; all {@code none} without a time. */
    public static Map<Dimension, String> of(Optional<Instant> occurredAt) {
        return occurredAt.map(CalendarParts::of).orElseGet(CalendarParts::unknown);
    }

    /** Whether a key of a calendar dimension can exist; true for all other dimensions. */
    public static boolean plausible(String dimension, String key) {
        Pattern shape = SHAPES.get(dimension);
        return shape == null || shape.matcher(key).matches();
    }

    /** Whether a dimension is part of the calendar. */
    public static boolean isPart(String dimension) {
        return SHAPES.containsKey(dimension);
    }

    private static Map<Dimension, String> of(Instant instant) {
        ZonedDateTime local = instant.atZone(SwedishTime.ZONE);
        String month = year(local.getYear()) + two("-", local.getMonthValue());
        return Map.of(
                Dimensions.YEAR,
                year(local.getYear()),
                Dimensions.MONTH,
                month,
                Dimensions.DAY,
                month + two("-", local.getDayOfMonth()),
                Dimensions.WEEK,
                year(local.get(IsoFields.WEEK_BASED_YEAR)) + two("-W", local.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
                Dimensions.WEEKDAY,
                Integer.toString(local.getDayOfWeek().getValue()),
                Dimensions.HOUR,
                Integer.toString(local.getHour()));
    }

    private static Map<Dimension, String> unknown() {
        return Map.of(
                Dimensions.YEAR, IndexSchema.NONE,
                Dimensions.MONTH, IndexSchema.NONE,
                Dimensions.DAY, IndexSchema.NONE,
                Dimensions.WEEK, IndexSchema.NONE,
                Dimensions.WEEKDAY, IndexSchema.NONE,
                Dimensions.HOUR, IndexSchema.NONE);
    }

    private static String year(int year) {
        return year >= 1000 && year <= 9999 ? Integer.toString(year) : String.format(Locale.ROOT, "%04d", year);
    }

    private static String two(String before, int number) {
        return number < 10 ? before + "0" + number : before + number;
    }
}
