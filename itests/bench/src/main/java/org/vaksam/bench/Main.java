package org.vaksam.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.vaksam.bench.Load.Request;
import org.vaksam.bench.Load.Result;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;

/**
 * {@code vaksam bench [--records=N] [--seconds=N]}: start, install, import, read, list, search, cross table, create, update. Every
 * load runs once to warm up and once measured, each so many seconds. Prints what it measured and on which machine; compares as
 * ratios within the run. Without {@code --records} it imports the real police
 * events when they are there, else 20 000 invented ones.
 */
public final class Main {
    private static final int UPDATES = 5;
    private static final String REPORTS = "/api/incidents/reports";
    private static final String CUBE = "/api/insight/cube?type=incidents.report&measures=count&dimensions=";

    private final Duration time;
    private final int records;
    private final Path work;

    private Main(Duration time, int records, Path work) {
        this.time = time;
        this.records = records;
        this.work = work;
    }

    public static void main(String... arguments) throws IOException, InterruptedException, SQLException {
        int seconds = 10;
        int records = 0;
        for (String argument : arguments) {
            int value = Integer.parseInt(argument.replaceAll("\\D", ""));
            if (argument.startsWith("--seconds=")) {
                seconds = value;
            } else if (argument.startsWith("--records=")) {
                records = value;
            } else {
                throw new IllegalArgumentException("There is no option " + argument);
            }
        }
        Path work = Path.of(System.getProperty("vaksam.work"));
        empty(work);
        new Main(Duration.ofSeconds(seconds), records, work).run();
    }

    private void run() throws IOException, InterruptedException, SQLException {
        machine();
        long bare = ColdStart.bareKaraf(Path.of(System.getProperty("vaksam.bare")), work.resolve("karaf"));
        try (var vaksam = Distribution.unpack(work.resolve("vaksam"))) {
            ColdStart.vaksam(vaksam);
            vaksam.stop();
            long start = ColdStart.vaksam(vaksam);
            line("cold start to ready", start + " ms; bare Karaf " + bare + " ms; ratio " + ratio(start, bare));
            line("memory after start", Memory.resident(vaksam.pid()) + " MiB resident");
            Rest rest = vaksam.rest();
            modules(rest);
            imports(rest);
            reads(rest);
            writes(rest);
            updates(vaksam, rest);
            line("memory after load", Memory.resident(vaksam.pid()) + " MiB resident");
        }
    }

    private void modules(Rest rest) {
        line("install of a module, cold", millis(rest.install("incidents")));
        rest.delete("/api/modules/incidents?data=keep").expect(200);
        line("install of a module, warm", millis(rest.install("incidents")));
    }

    private void imports(Rest rest) {
        Path file = records == 0 ? PoliceEvents.real().orElse(work) : work;
        if (file.equals(work)) {
            file = PoliceEvents.generated(work.resolve("events.jsonl.gz"), records == 0 ? 20_000 : records);
        }
        long begin = System.nanoTime();
        JsonNode run = rest.importFile("incidents.police-events", file);
        double seconds = (System.nanoTime() - begin) / 1e9;
        int created = run.path("created").asInt();
        line("import", created + " events in " + format(seconds) + " s: " + format(created / seconds) + " a second");
        JsonNode status = rest.get("/api/insight/status").json();
        line(
                "index",
                status.path("documents").asText() + " documents, behind by "
                        + (status.path("head").asLong()
                                - status.path("position").asLong()) + " entries");
    }

    private void reads(Rest rest) throws InterruptedException {
        List<String> ids = ids(rest);
        Result empty = measure(rest, 8, "an empty resource on the same gateway", n -> Request.get("/health/live"));
        Result read = measure(rest, 8, "read one record", n -> Request.get(REPORTS + "/" + ids.get(n % ids.size())));
        line("", "ratio " + ratio(read.perSecond(), empty.perSecond()) + " of the empty resource");
        measure(
                rest,
                2,
                "list of 50, three filters, sorted",
                n -> Request.get(REPORTS + "?limit=50&kind=traffic&year=2024&phase=open&sort=-occurredAt&weekday="
                        + (1 + n % 7)));
        measure(
                rest,
                2,
                "full text, two words",
                n -> Request.get("/api/search?limit=20&q="
                        + List.of("misstänkt+skola", "brand+bil", "inbrott+i+villa")
                                .get(n % 3)));
        measure(rest, 1, "cross table, month x kind", n -> Request.get(CUBE + "month,kind"));
        measure(rest, 1, "cross table, month x type x place", n -> Request.get(CUBE + "month,category,place"));
        measure(rest, 1, "cross table of 20 %", n -> Request.get(CUBE + "month,kind&weekday=1&weekday=2"));
        measure(rest, 1, "map", n -> Request.get("/api/insight/map?type=incidents.report&zoom=6&bbox=10,55,25,70"));
    }

    private void writes(Rest rest) throws InterruptedException, SQLException {
        for (int connections : new int[] {1, 8, 32}) {
            double plain = new PlainInserts(work.resolve("plain" + connections)).run(connections, time);
            Result created = measure(rest, connections, "create, " + connections + " connections", Main::report);
            line(
                    "",
                    "plain JDBC inserts of the same rows " + format(plain) + " /s; ratio "
                            + ratio(created.perSecond(), plain));
        }
        long begin = System.nanoTime();
        while (behind(rest) > 0) {
            Thread.onSpinWait();
        }
        line("index caught up after", format((System.nanoTime() - begin) / 1e6) + " ms");
    }

    /** Each update adds a column, an index and a field while eight clients read, list and create. */
    private void updates(Distribution vaksam, Rest rest) throws InterruptedException {
        var versions = new IncidentVersions(vaksam);
        List<String> ids = ids(rest);
        var install = new Thread(() -> {
            for (int i = 0; i < UPDATES; i++) {
                line("update under load", millis(rest.install(versions.next())));
            }
        });
        install.start();
        long requests = 0;
        long failed = 0;
        double longest = 0;
        while (install.isAlive()) {
            Result result = new Load(rest.base(), rest.token(), 8, Duration.ofSeconds(1)).run(n -> switch (n % 4) {
                case 0 -> report(n);
                case 1 -> Request.get(REPORTS + "?limit=50&kind=theft");
                default -> Request.get(REPORTS + "/" + ids.get(n % ids.size()));
            });
            requests += Math.round(result.perSecond());
            failed += result.failed();
            longest = Math.max(longest, result.longest());
        }
        line(
                UPDATES + " updates under load",
                requests + " requests, " + failed + " failed, longest " + format(longest) + " ms");
    }

    private static Request report(int n) {
        return new Request(
                "POST",
                REPORTS,
                """
                {"kind":"theft","title":"Stulen cykel %d","description":"Låst cykel borta från cykelstället.",\
                "occurredAt":"2026-11-20T10:00:00Z","severity":1,"place":{"name":"Sundby","latitude":56.05,"longitude":12.7}}
                """
                        .formatted(n)
                        .strip());
    }

    private static long behind(Rest rest) {
        JsonNode status = rest.get("/api/insight/status").json();
        return status.path("head").asLong() - status.path("position").asLong();
    }

    private static List<String> ids(Rest rest) {
        var ids = new ArrayList<String>();
        rest.get(REPORTS + "?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private Result measure(Rest rest, int connections, String what, IntFunction<Request> requests)
            throws InterruptedException {
        var load = new Load(rest.base(), rest.token(), connections, time);
        load.run(requests);
        Result result = load.run(requests);
        line(what, result.toString());
        return result;
    }

    private static String millis(JsonNode operation) {
        long sum = 0;
        for (JsonNode step : operation.path("steps")) {
            sum += step.path("millis").asLong();
        }
        return sum + " ms, all steps";
    }

    private static void machine() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .orElse("unknown processor");
        line(
                "machine",
                Runtime.getRuntime().availableProcessors() + " cores, " + model.replaceFirst(".*: ", "") + ", Java "
                        + Runtime.version());
    }

    private static void line(String what, String value) {
        System.out.printf(Locale.ROOT, "%-42s %s%n", what, value);
    }

    private static String ratio(double part, double whole) {
        return String.format(Locale.ROOT, "%.2f", part / whole);
    }

    private static String format(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
        Files.createDirectories(folder);
    }
}
