package org.vaksam.insight.analysis;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.insight.query.BadParameter;
import org.vaksam.insight.query.TimeRange;
import org.vaksam.insight.schema.CalendarParts;
import org.vaksam.insight.schema.IndexSchema;

/**
 * The same question about an earlier period. A key of the calendar stands beside the one that lies as far from the beginning of
 * its period; beside one of the year before, the one of the same date, which for a leap day is a day that does not exist.
 */
public final class Comparison {
    private static final String PARAMETER = "compare";
    private static final String PREVIOUS = "previous-period";
    private static final String LAST_YEAR = "same-period-last-year";
    private static final List<String> CALENDAR = List.of("year", "month", "week", "day");
    private final Period now;
    private final Period then;
    private final boolean byYear;
    private final Map<String, List<String>> filters;

    private Comparison(Period now, boolean byYear, Map<String, List<String>> filters) {
        this.now = now;
        this.byYear = byYear;
        this.then = byYear ? now.yearBefore() : now.before();
        this.filters = filters;
    }

    /** What stands in the address, with the filters of the present, which say the period. */
    public static Comparison of(String name, Map<String, List<String>> filters, LocalDate today) {
        if (!name.equals(PREVIOUS) && !name.equals(LAST_YEAR)) {
            throw BadParameter.value(
                    PARAMETER,
                    new Text(
                            "möjliga är " + PREVIOUS + " och " + LAST_YEAR,
                            "possible are " + PREVIOUS + " and " + LAST_YEAR));
        }
        var rest = new TreeMap<>(filters);
        List<String> given = rest.keySet().stream()
                .filter(filter -> filter.equals(IndexSchema.OCCURRED_AT) || CALENDAR.contains(filter))
                .toList();
        List<String> values = given.size() == 1 ? filters.getOrDefault(given.get(0), List.of()) : List.of();
        if (values.size() != 1) {
            throw noPeriod();
        }
        rest.remove(given.get(0));
        String value = values.get(0);
        return new Comparison(period(given.get(0), value.strip(), today), name.equals(LAST_YEAR), rest);
    }

    /** The filters of the earlier period. */
    public Map<String, List<String>> filters() {
        var earlier = new TreeMap<>(filters);
        earlier.put(IndexSchema.OCCURRED_AT, List.of(range()));
        return earlier;
    }

    /** The earlier period as the value of a filter. */
    String range() {
        return then.asRange();
    }

    /** The key of the present that this one of then stands beside. */
    String toNow(String dimension, String key) {
        return shifted(dimension, key, 1);
    }

    /** The other way around. */
    String toThen(String dimension, String key) {
        return shifted(dimension, key, -1);
    }

    private String shifted(String dimension, String key, int direction) {
        if (key.equals(IndexSchema.NONE) || !CALENDAR.contains(dimension)) {
            return key;
        }
        if (byYear) {
            int end = key.indexOf('-', 1);
            String year = end < 0 ? key : key.substring(0, end);
            return year(Integer.parseInt(year) + direction) + (end < 0 ? "" : key.substring(end));
        }
        return switch (dimension) {
            case "year" ->
                year(Integer.parseInt(key)
                        + direction * (now.first().getYear() - then.first().getYear()));
            case "month" ->
                YearMonth.parse(key)
                        .plusMonths(direction * ChronoUnit.MONTHS.between(month(then), month(now)))
                        .toString();
            case "week" ->
                week(Period.monday(key).plusWeeks(direction * ChronoUnit.WEEKS.between(monday(then), monday(now))));
            default ->
                LocalDate.parse(key)
                        .plusDays(direction * ChronoUnit.DAYS.between(then.first(), now.first()))
                        .toString();
        };
    }

    private static YearMonth month(Period period) {
        return YearMonth.from(period.first());
    }

    private static LocalDate monday(Period period) {
        return period.first().with(DayOfWeek.MONDAY);
    }

    private static String week(LocalDate day) {
        return year(day.get(IsoFields.WEEK_BASED_YEAR))
                + String.format(Locale.ROOT, "-W%02d", day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String year(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }

    private static Period period(String filter, String value, LocalDate today) {
        try {
            if (filter.equals(IndexSchema.OCCURRED_AT)) {
                return Period.of(TimeRange.parse(filter, value, today)).orElseThrow(Comparison::noPeriod);
            }
            if (CalendarParts.plausible(filter, value)) {
                return Period.ofKey(filter, value);
            }
        } catch (DateTimeException e) {
            throw noPeriod().causedBy(e);
        }
        throw noPeriod();
    }

    private static Problem noPeriod() {
        return BadParameter.value(
                PARAMETER,
                new Text(
                        "jämförelsen behöver en period av hela dagar: occurredAt=2026-01-01..2026-03-31, eller ett år, en"
                                + " månad, en vecka eller en dag",
                        "a comparison needs one period of whole days: occurredAt=2026-01-01..2026-03-31, or one year,"
                                + " month, week or day"));
    }
}
