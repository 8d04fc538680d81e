package org.vaksam.insight;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.vaksam.insight.signal.Signals;
import org.vaksam.insight.testing.Address;
import org.vaksam.insight.testing.FakeTypes;
import org.vaksam.insight.testing.Row;
import org.vaksam.insight.testing.World;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordRow;

/**
 * Measures the read model alone on generated records; not a test. Arguments: number of records (1 000 000), repetitions (60).
 */
public final class MillionRecords {
    private static final List<String> KINDS = List.of("threat", "theft");
    private static final List<String> STATES = List.of("received", "triaged", "investigating", "closed");
    private static final String[] WORDS =
            ("inbrott stöld villa lägenhet källare bil cykel skola brand rök larm polis vakt"
                            + " fönster dörr krossad ruta trafikolycka personbil lastbil misshandel hot våld kniv rån butik"
                            + " skadegörelse klotter park gata torg kväll natt morgon okänd gärningsman vittne anmälan villainbrott"
                            + " bilbrand cykelstöld lägenhetsinbrott källarförråd ordningsvakt väktare skolgård")
                    .split(" ");

    private MillionRecords() {}

    public static void main(String[] arguments) throws Exception {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        int repetitions = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 60;
        Path folder = Files.createTempDirectory("insight");
        var generated = new GeneratedRecords(records);
        try (World world = new World(folder, generated)) {
            report("rebuild of " + records + " records", List.of(world.readyAfterMillis()));
            System.out.printf("index size %d MB%n", size(folder) / 1_000_000);
            measure(world, repetitions);
        }
        System.exit(0);
    }

    private static void measure(World world, int repetitions) {
        run("list, newest first", repetitions, () -> world.search(list("", "", Map.of())));
        Map<String, List<String>> three =
                Map.of("kind", List.of("theft"), "state", List.of("received", "triaged"), "severity", List.of("2..4"));
        run("list, 3 filters, -occurredAt", repetitions, () -> world.search(list("", "", three)));
        run("list, 3 filters, title", repetitions, () -> world.search(list("", "title", three)));
        Map<String, List<String>> period =
                Map.of("occurredAt", List.of("2024-03-01..2024-03-31"), "unit", List.of("schools"));
        run("list, period and unit", repetitions, () -> world.search(list("", "", period)));
        run("text, 1 word", repetitions, () -> world.search(list("inbrott", "relevance", Map.of())));
        run("text, 3 words", repetitions, () -> world.search(list("inbrott i villa natt", "relevance", Map.of())));
        run("text, prefix", repetitions, () -> world.search(list("käll*", "relevance", Map.of())));
        run("text, phrase", repetitions, () -> world.search(list("\"krossad ruta\"", "relevance", Map.of())));
        run("text, a slip", repetitions, () -> world.search(list("inbrotet", "relevance", Map.of())));
        run("query, 3 conditions", repetitions, () -> world.search(
                list("slag:stöld när:2024-03 cost:>50000 inbrott", "relevance", Map.of())));
        run("suggest, a word", repetitions, () -> world.queryResource().suggest(Address.of("q=inb")));
        run("suggest, a value", repetitions, () -> world.queryResource().suggest(Address.of("q=place:pl")));
        run("similar text", repetitions, () -> world.likeness().similarText(GeneratedRecords.row(7), 50));
        cube(world, repetitions, "dimensions=month,kind");
        cube(world, repetitions, "dimensions=month,kind,place");
        cube(world, repetitions, "dimensions=day,kind,place", "year=2024", "month=2024-03");
        cube(world, repetitions, "dimensions=month,kind,unit", "severity=3");
        cube(world, repetitions, "dimensions=weekday,hour", "measures=count,sum:fields.cost,mean:fields.cost");
        cube(world, repetitions, "dimensions=month,kind", "measures=count,median:fields.cost");
        cube(world, repetitions, "dimensions=month,kind", "measures=count,median:time:received..closed,share:month");
        cube(world, repetitions, "dimensions=month,kind", "year=2025", "compare=same-period-last-year");
        Clock late = Clock.fixed(Instant.parse("2025-12-20T12:00:00Z"), ZoneOffset.UTC);
        run("signals of everything, nothing kept", 5, () -> world.signals(world.signals(late)));
        Signals kept = world.signals(late);
        run("signals of everything, kept", repetitions, () -> world.signals(kept));
        run("facets of 4", repetitions, () -> world.insight().facets(Address.of("fields=kind,place,state,category")));
        run("map, Sweden", repetitions, () -> world.insight().map(Address.of("bbox=10,55,24,69", "zoom=5")));
        run("map, a town", repetitions, () -> world.insight().map(Address.of("bbox=13,55.5,13.2,55.7", "zoom=12")));
    }

    private static void cube(World world, int repetitions, String... parameters) {
        run(String.join(" ", parameters), repetitions, () -> world.insight().cube(Address.of(parameters)));
    }

    private static RecordQuery list(String text, String sort, Map<String, List<String>> filters) {
        return new RecordQuery(List.of(FakeTypes.REPORT), filters, text, sort, Optional.empty(), 50);
    }

    private static void run(String what, int repetitions, Runnable work) {
        List<Long> micros = new ArrayList<>();
        for (int i = 0; i < repetitions + 10; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 10) {
                micros.add((System.nanoTime() - start) / 1_000);
            }
        }
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%-70s median %7.2f ms   p99 %7.2f ms%n",
                what, sorted[sorted.length / 2] / 1000.0, sorted[(int) (sorted.length * 0.99)] / 1000.0);
    }

    private static void report(String what, List<Long> millis) {
        System.out.printf("%-70s %s ms%n", what, millis);
    }

    private static long size(Path folder) throws java.io.IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        }
    }

    /** Records made when they are asked for. */
    static final class GeneratedRecords implements org.vaksam.spi.records.RecordSource {
        private final int count;

        GeneratedRecords(int count) {
            this.count = count;
        }

        @Override
        public List<RecordRow> byIds(List<String> ids) {
            return List.of();
        }

        @Override
        public List<RecordRow> page(Optional<String> afterId, int limit) {
            int start = afterId.map(GeneratedRecords::number)
                    .map(number -> number + 1)
                    .orElse(0);
            return IntStream.range(start, Math.min(count, start + limit))
                    .mapToObj(GeneratedRecords::row)
                    .toList();
        }

        @Override
        public long count() {
            return count;
        }

        private static int number(String id) {
            return (int) ((java.util.UUID.fromString(id).getMostSignificantBits() >>> 16) - 0x0190_c000_0000L);
        }

        private static RecordRow row(int number) {
            var random = new Random(number);
            Row row = Row.number(number)
                    .kind(KINDS.get(random.nextInt(2)))
                    .state(STATES.get(random.nextInt(4)), "open")
                    .category("category-" + random.nextInt(20))
                    .title(words(random, 3))
                    .description(words(random, 25))
                    .unit(List.of("city", "schools", "north", "south", "parks").get(random.nextInt(5)))
                    .place("place " + random.nextInt(400), 55 + random.nextDouble() * 14, 11 + random.nextDouble() * 13)
                    .occurredAt(Instant.parse("2022-01-01T00:00:00Z")
                            .plusSeconds((long) (random.nextDouble() * 4 * 365 * 86_400))
                            .toString())
                    .field("cost", random.nextInt(100_000))
                    .field("form", random.nextBoolean() ? "threat" : "violence");
            return (random.nextInt(4) == 0 ? row : row.severity(random.nextInt(5))).build();
        }

        private static String words(Random random, int count) {
            var words = new String[count];
            Arrays.setAll(words, i -> WORDS[random.nextInt(WORDS.length)]);
            return String.join(" ", words);
        }
    }
}
