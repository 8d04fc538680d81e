package org.vaksam.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.vaksam.insight.signal.method.Cases;
import org.vaksam.insight.signal.method.Detector;
import org.vaksam.insight.signal.method.Excess;
import org.vaksam.insight.signal.method.Series;
import org.vaksam.itests.support.PoliceEvents;

/**
 * How good signals are. Over the real police events: the signals that every day would have brought, for one place at a time as
 * its municipality sees them, and for all places together. Over invented records: how soon outbreaks of known size are found,
 * and how often there is a signal where there is nothing but chance.
 */
final class SignalQuality {
    private static final LocalDate FIRST = LocalDate.of(2023, 11, 1);
    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);
    private static final String OWN_TOWN = "Helsingborg";
    private static final int TOWNS = 12;
    private static final int SILENT_DAYS = 28;
    private static final Pattern EVENT = Pattern.compile(
            "\"datetime\": \"(\\d{4}-\\d\\d-\\d\\d)[^\"]*\", \"name\": \"(\\d+) (\\p{L}+) .*\"type\": \"([^\"]*)\", \"location\": \\{\"name\": \"([^\"]*)\"");
    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final List<String> MONTHS = Stream.of(Month.values())
            .map(month -> month.getDisplayName(TextStyle.FULL, SWEDISH))
            .toList();

    /** What happened. */
    private record Event(String type, String place, LocalDate day) {}

    /** New signals of a number of days. */
    private record Alarms(int count, int days) {
        double weekly() {
            return count * 7.0 / days;
        }
    }

    void run(boolean country) throws IOException {
        Optional<Path> real = PoliceEvents.real();
        if (real.isPresent()) {
            overReal(events(real.get()), country);
        } else {
            Output.line("real police events", "are not here");
        }
        new InventedOutbreaks().run();
    }

    private static void overReal(List<Event> events, boolean country) {
        Map<String, List<Event>> byPlace = events.stream().collect(Collectors.groupingBy(Event::place));
        Output.line("signals of " + OWN_TOWN, "");
        Alarms own = look(byPlace.getOrDefault(OWN_TOWN, List.of()), FIRST, true);
        Output.line("a week in " + OWN_TOWN, Output.ratio(own.weekly(), 1));
        List<String> largest = byPlace.entrySet().stream()
                .sorted(Comparator.comparingInt(place -> -place.getValue().size()))
                .limit(TOWNS)
                .map(Map.Entry::getKey)
                .toList();
        var weekly = new ArrayList<Double>();
        for (String place : largest) {
            weekly.add(
                    look(byPlace.getOrDefault(place, List.of()), FIRST, false).weekly());
        }
        weekly.sort(Comparator.naturalOrder());
        Output.line(
                "a week in the " + TOWNS + " places with most events, each",
                "median " + Output.ratio(weekly.get(TOWNS / 2), 1) + ", most "
                        + Output.ratio(weekly.get(TOWNS - 1), 1));
        if (country) {
            Output.line(
                    "a week in all places together",
                    Output.ratio(look(events, FIRST, true).weekly(), 1));
        }
    }

    /** A look every day; what was told in the four weeks before is not new. */
    private static Alarms look(List<Event> events, LocalDate from, boolean print) {
        var numbers = new Numbers();
        List<int[]> rows = events.stream()
                .map(event -> new int[] {
                    numbers.of("kind " + event.type()),
                    numbers.of("place " + event.place()),
                    (int) event.day().toEpochDay()
                })
                .toList();
        Map<Series, LocalDate> seen = new HashMap<>();
        int alarms = 0;
        for (LocalDate day = from; !day.isAfter(LAST); day = day.plusDays(1)) {
            var cases = new Cases();
            for (int[] row : rows) {
                cases.add(1, row[0], row[1], 0, 0, (int) day.toEpochDay() - row[2]);
            }
            for (Excess excess : Detector.detect(cases, day).excesses()) {
                LocalDate last = seen.put(excess.series(), day);
                if (last == null || last.isBefore(day.minusDays(SILENT_DAYS))) {
                    alarms++;
                    if (print) {
                        Output.line("  " + day + " " + numbers.name(excess.series()), figures(excess));
                    }
                }
            }
        }
        return new Alarms(alarms, (int) ChronoUnit.DAYS.between(from, LAST) + 1);
    }

    private static String figures(Excess excess) {
        return String.format(
                Locale.ROOT,
                "%d in %d days, expected %.1f (%d-%d), p %.1g, q %.2g",
                excess.observed(),
                excess.days(),
                excess.expected().mean(),
                excess.expected().lower(),
                excess.expected().upper(),
                excess.probability(),
                excess.rate());
    }

    private static List<Event> events(Path file) throws IOException {
        var events = new ArrayList<Event>();
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(EVENT::matcher).filter(Matcher::find).forEach(found -> events.add(event(found)));
        }
        return events;
    }

    /** The day is in the name, its year is that of the publication. */
    private static Event event(Matcher found) {
        LocalDate published = LocalDate.parse(found.group(1));
        int month = MONTHS.indexOf(found.group(3)) + 1;
        LocalDate day =
                month == 0 ? published : LocalDate.of(published.getYear(), month, Integer.parseInt(found.group(2)));
        return new Event(found.group(4), found.group(5), day.isAfter(published) ? day.minusYears(1) : day);
    }

    /** Numbers for names. */
    private static final class Numbers {
        private final List<String> names = new ArrayList<>(List.of(""));
        private final Map<String, Integer> numbers = new HashMap<>();

        int of(String name) {
            return numbers.computeIfAbsent(name, any -> {
                names.add(name);
                return names.size() - 1;
            });
        }

        String name(Series series) {
            String group = series.family().hasKind() ? names.get(series.group()) : "all kinds";
            return series.where() == 0 ? group : group + ", " + names.get(series.where());
        }
    }
}
