package org.vaksam.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.bench.Load.Request;
import org.vaksam.bench.Load.Result;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;

/**
 * Start, install, import, read, list, search, cross table, create, update. Without a number of records it imports the real police
 * events when they are there, else 20 000 invented ones.
 */
final class Basics {
    private static final int UPDATES = 5;
    private static final String REPORTS = "/api/incidents/reports";
    private static final String CUBE = "/api/insight/cube?type=incidents.report&measures=count&dimensions=";

    private final Duration time;
    private final int records;
    private final Path work;

    Basics(Duration time, int records, Path work) {
        this.time = time;
        this.records = records;
        this.work = work;
    }

    void run() throws IOException, InterruptedException, SQLException {
        long bare = ColdStart.bareKaraf(Path.of(System.getProperty("vaksam.bare")), work.resolve("karaf"));
        try (var vaksam = Distribution.unpack(work.resolve("vaksam"))) {
            ColdStart.vaksam(vaksam);
            vaksam.stop();
            long start = ColdStart.vaksam(vaksam);
            Output.line(
                    "cold start to ready",
                    start + " ms; bare Karaf " + bare + " ms; ratio " + Output.ratio(start, bare));
            Output.line("memory after start", Memory.resident(vaksam.pid()) + " MiB resident");
            Rest rest = vaksam.rest();
            modules(rest);
            imports(rest);
            reads(rest);
            writes(rest);
            updates(vaksam, rest);
            Output.line("memory after load", Memory.resident(vaksam.pid()) + " MiB resident");
        }
    }

    private void modules(Rest rest) {
        Output.line("install of a module, cold", millis(rest.install("incidents")));
        rest.delete("/api/modules/incidents?data=keep").expect(200);
        Output.line("install of a module, warm", millis(rest.install("incidents")));
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
        Output.line(
                "import",
                created + " events in " + Output.format(seconds) + " s: " + Output.format(created / seconds)
                        + " a second");
        JsonNode status = rest.get("/api/insight/status").json();
        Output.line(
                "index",
                status.path("documents").asText() + " documents, behind by "
                        + (status.path("head").asLong()
                                - status.path("position").asLong()) + " entries");
    }

    private void reads(Rest rest) throws InterruptedException {
        List<String> ids = ids(rest);
        Result empty = Output.measured(
                rest, 8, time, "an empty resource on the same gateway", n -> Request.get("/health/live"));
        Result read = Output.measured(
                rest, 8, time, "read one record", n -> Request.get(REPORTS + "/" + ids.get(n % ids.size())));
        Output.line("", "ratio " + Output.ratio(read.perSecond(), empty.perSecond()) + " of the empty resource");
        Output.measured(
                rest,
                2,
                time,
                "list of 50, three filters, sorted",
                n -> Request.get(REPORTS + "?limit=50&kind=traffic&year=2024&phase=open&sort=-occurredAt&weekday="
                        + (1 + n % 7)));
        Output.measured(
                rest,
                2,
                time,
                "full text, two words",
                n -> Request.get("/api/search?limit=20&q="
                        + List.of("misstänkt+skola", "brand+bil", "inbrott+i+villa")
                                .get(n % 3)));
        Output.measured(rest, 1, time, "cross table, month x kind", n -> Request.get(CUBE + "month,kind"));
        Output.measured(
                rest, 1, time, "cross table, month x type x place", n -> Request.get(CUBE + "month,category,place"));
        Output.measured(
                rest, 1, time, "cross table of 20 %", n -> Request.get(CUBE + "month,kind&weekday=1&weekday=2"));
        Output.measured(
                rest,
                1,
                time,
                "map",
                n -> Request.get("/api/insight/map?type=incidents.report&zoom=6&bbox=10,55,25,70"));
    }

    private void writes(Rest rest) throws InterruptedException, SQLException {
        for (int connections : new int[] {1, 8, 32}) {
            double plain = new PlainInserts(work.resolve("plain" + connections)).run(connections, time);
            Result created =
                    Output.measured(rest, connections, time, "create, " + connections + " connections", Basics::report);
            Output.line(
                    "",
                    "plain JDBC inserts of the same rows " + Output.format(plain) + " /s; ratio "
                            + Output.ratio(created.perSecond(), plain));
        }
        long begin = System.nanoTime();
        while (behind(rest) > 0) {
            Thread.onSpinWait();
        }
        Output.line("index caught up after", Output.format((System.nanoTime() - begin) / 1e6) + " ms");
    }

    /** Each update adds a column, an index and a field while eight clients read, list and create. */
    private void updates(Distribution vaksam, Rest rest) throws InterruptedException {
        var versions = new IncidentVersions(vaksam);
        List<String> ids = ids(rest);
        var install = new Thread(() -> {
            for (int i = 0; i < UPDATES; i++) {
                Output.line("update under load", millis(rest.install(versions.next())));
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
        Output.line(
                UPDATES + " updates under load",
                requests + " requests, " + failed + " failed, longest " + Output.format(longest) + " ms");
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

    private static String millis(JsonNode operation) {
        long sum = 0;
        for (JsonNode step : operation.path("steps")) {
            sum += step.path("millis").asLong();
        }
        return sum + " ms, all steps";
    }
}
