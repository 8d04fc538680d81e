package org.vaksam.insight.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vaksam.insight.text.Lines;

/**
 * Whole days as people say them: {@code 2024-03-01}, {@code 2024-03}, {@code 2024-W09}, {@code 2024-Q1}, {@code 2024},
 * {@code last-quarter}, {@code last-30-days} (today and the 29 before), {@code förra-veckan}.
 *
 * @param end the day after the last
 */
public record DayRange(LocalDate first, LocalDate end) {
    private static final Map<String, String> NAMES = names();
    private static final Pattern LAST = Pattern.compile(
            "(?:last|past|senaste)-(\\d{1,4})-(days?|weeks?|months?|years?|dagarna?|veckorna?|månaderna?|åren|dag|vecka|månad|år)");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-[qk]([1-4])");
    private static final Pattern WEEK = Pattern.compile("\\d{4}-w\\d{2}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Empty when it is none of them. */
    static Optional<DayRange> parse(String text, LocalDate today) {
        String name = text.strip().toLowerCase(Locale.ROOT);
        try {
            return absolute(name).or(() -> relative(name, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<DayRange> absolute(String name) {
        if (DAY.matcher(name).matches()) {
            return Optional.of(of(LocalDate.parse(name), Period.ofDays(1)));
        }
        if (MONTH.matcher(name).matches()) {
            return Optional.of(of(YearMonth.parse(name).atDay(1), Period.ofMonths(1)));
        }
        if (YEAR.matcher(name).matches()) {
            return Optional.of(of(LocalDate.of(Integer.parseInt(name), 1, 1), Period.ofYears(1)));
        }
        if (WEEK.matcher(name).matches()) {
            LocalDate monday = LocalDate.parse(name.toUpperCase(Locale.ROOT) + "-1", DateTimeFormatter.ISO_WEEK_DATE);
            return Optional.of(of(monday, Period.ofWeeks(1)));
        }
        Matcher quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            int month = Integer.parseInt(quarter.group(2)) * 3 - 2;
            return Optional.of(of(LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1), Period.ofMonths(3)));
        }
        return Optional.empty();
    }

    private static Optional<DayRange> relative(String name, LocalDate today) {
        Matcher last = LAST.matcher(name);
        if (last.matches()) {
            LocalDate end = today.plusDays(1);
            return Optional.of(new DayRange(end.minus(period(last.group(2), Integer.parseInt(last.group(1)))), end))
                    .filter(days -> days.first().isBefore(days.end()));
        }
        String known = NAMES.getOrDefault(name, "");
        return switch (known) {
            case "today" -> Optional.of(of(today, Period.ofDays(1)));
            case "yesterday" -> Optional.of(of(today.minusDays(1), Period.ofDays(1)));
            case "tomorrow" -> Optional.of(of(today.plusDays(1), Period.ofDays(1)));
            default -> turn(known, today);
        };
    }

    private static Optional<DayRange> turn(String name, LocalDate today) {
        int steps = name.startsWith("last-") ? -1 : name.startsWith("next-") ? 1 : 0;
        return switch (name.substring(name.indexOf('-') + 1)) {
            case "week" -> Optional.of(of(today.with(DayOfWeek.MONDAY).plusWeeks(steps), Period.ofWeeks(1)));
            case "month" -> Optional.of(of(today.withDayOfMonth(1).plusMonths(steps), Period.ofMonths(1)));
            case "quarter" ->
                Optional.of(of(today.with(IsoFields.DAY_OF_QUARTER, 1).plusMonths(3L * steps), Period.ofMonths(3)));
            case "year" -> Optional.of(of(today.withDayOfYear(1).plusYears(steps), Period.ofYears(1)));
            default -> Optional.empty();
        };
    }

    private static Period period(String unit, int count) {
        return switch (unit.charAt(0)) {
            case 'd' -> Period.ofDays(count);
            case 'w', 'v' -> Period.ofWeeks(count);
            case 'm' -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
    }

    private static DayRange of(LocalDate first, Period length) {
        return new DayRange(first, first.plus(length));
    }

    /** The names of days, each with the first of its words, for completions. */
    public static List<List<String>> words() {
        return Lines.read(DayRange.class, "day-names.txt");
    }

    private static Map<String, String> names() {
        var names = new HashMap<String, String>();
        words().forEach(line -> line.forEach(name -> names.put(name, line.get(0))));
        return Map.copyOf(names);
    }
}
