package org.vaksam.launcher.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** What has happened in the town during the last year and a half; the same for the same day. */
final class Town {
    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int DAYS = 548;
    private static final long SEED = 0x5CADBEL;
    private static final Set<String> WIDE = Set.of("streets", "outdoors", "public");

    private final LocalDate anchor;
    private final List<TownUnit> units;
    private final List<String> handlers;
    private final List<Pattern> patterns = Pattern.all();
    private final int[] weights = patterns.stream().mapToInt(Pattern::weight).toArray();

    Town(LocalDate anchor, List<TownUnit> units, List<String> handlers) {
        this.anchor = anchor;
        this.units = units;
        this.handlers = handlers;
    }

    /** In the order in which they happened. */
    List<Incident> incidents(int count) {
        return IntStream.range(0, count)
                .mapToObj(this::incident)
                .sorted(Comparator.comparing(Incident::occurredAt).thenComparing(Incident::number))
                .toList();
    }

    private Incident incident(int number) {
        var dice = new Dice(SEED + number * 7_919L);
        Pattern pattern = patterns.get(dice.weighted(weights));
        LocalDate day = day(pattern, dice);
        Instant occurredAt =
                day.atTime(time(pattern, dice, number)).atZone(SWEDEN).toInstant();
        TownUnit unit = dice.oneOf(units.stream()
                .filter(one -> pattern.groups().contains(one.group()))
                .toList());
        String title = dice.oneOf(pattern.titles());
        int severity = dice.weighted(pattern.severity());
        boolean rated = dice.chance(70);
        var body = new LinkedHashMap<String, Object>();
        body.put("kind", pattern.kind());
        body.put("title", title);
        body.put("description", description(pattern, dice));
        body.put("unit", unit.code());
        body.put("place", place(unit, dice));
        body.put("occurredAt", occurredAt.toString());
        if (rated) {
            body.put("severity", severity);
        }
        body.put("fields", new FieldValues(dice).of(pattern.fields()));
        var course = new Course(dice, handlers);
        long age = anchor.toEpochDay() - day.toEpochDay();
        return new Incident(number, title, occurredAt, unit.code(), body, course.moves(age, rated ? -1 : severity));
    }

    private LocalDate day(Pattern pattern, Dice dice) {
        int most = IntStream.of(pattern.months()).max().orElseThrow();
        while (true) {
            LocalDate day = anchor.minusDays(1L + dice.below(DAYS));
            boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
            int likely = 100 * pattern.months()[day.getMonthValue() - 1] / most;
            if (dice.chance(weekend && pattern.hours() == Pattern.Hours.DAY ? likely / 5 : likely)) {
                return day;
            }
        }
    }

    /** The seconds tell two incidents of the same minute apart. */
    private static LocalTime time(Pattern pattern, Dice dice, int number) {
        int hour = (pattern.hours().first + dice.below(pattern.hours().span)) % 24;
        return LocalTime.of(hour, 5 * dice.below(12), number % 60);
    }

    private static String description(Pattern pattern, Dice dice) {
        String first = dice.oneOf(pattern.texts());
        String second = dice.oneOf(pattern.texts());
        return first.equals(second) ? first : first + " " + second;
    }

    private static Map<String, Object> place(TownUnit unit, Dice dice) {
        double spread = WIDE.contains(unit.group()) ? 0.012 : 0.0006;
        return Map.of(
                "name", unit.place(),
                "latitude", rounded(unit.latitude() + dice.around(spread)),
                "longitude", rounded(unit.longitude() + dice.around(spread * 1.8)));
    }

    private static double rounded(double degrees) {
        return Math.round(degrees * 100_000) / 100_000.0;
    }
}
