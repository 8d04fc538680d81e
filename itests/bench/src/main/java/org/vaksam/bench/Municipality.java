package org.vaksam.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vaksam.bench.Load.Request;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;
import org.vaksam.itests.support.UnitTable;

/**
 * What a large municipality asks of the platform: 20 000 units, 15 000 accounts with two grants each, and many records, read by
 * somebody who sees all, by an administration with nearly half of the units, and by somebody with five single units.
 */
final class Municipality {
    private static final int UNITS = 20_000;
    private static final int ACCOUNTS = 15_000;
    private static final int FIRST_LEAF = UNITS / 6 + 1;

    private final Duration time;
    private final int records;
    private final Path work;
    private final Random random = new Random(1);

    Municipality(Duration time, int records, Path work) {
        this.time = time;
        this.records = records;
        this.work = work;
    }

    void run() throws IOException, InterruptedException, SQLException {
        try (var vaksam = Distribution.unpack(work.resolve("vaksam"))) {
            vaksam.start();
            vaksam.rest().install("incidents");
            fill(vaksam.rest());
            Output.timed("journal verified", () -> check(vaksam));
            vaksam.stop();
            Output.timed("records spread over the units", () -> new Spread(vaksam.data()).run());
            Output.timed("started, index built anew", () -> startWithIndex(vaksam));
            Rest rest = vaksam.rest();
            read(caller(rest, "everything", Stream.of("")), "sees all");
            read(caller(rest, "administration", Stream.of("C1")), "an administration");
            read(caller(rest, "few", IntStream.range(0, 5).mapToObj(i -> "C" + (FIRST_LEAF + i * 100))), "five units");
            Output.measured(rest, 1, time, "search of the tree", n -> Request.get("/api/units/search?q=enhet%20" + n));
            Output.line("index", size(vaksam.data().resolve("index")) / 1_000_000 + " MB");
            Output.line(
                    "journal to index, 99 of the last 100 entries",
                    rest.get("/api/insight/status").json().path("lagP99Millis").asText() + " ms");
            Output.line("memory after load", Memory.resident(vaksam.pid()) + " MiB resident");
        }
    }

    private void fill(Rest rest) throws IOException {
        Path units = Files.writeString(work.resolve("units.csv"), UnitTable.csv(UNITS));
        Output.timed(UNITS + " units", () -> rest.upload(
                        "/api/organisation/import?on=" + LocalDate.now(), units, "application/octet-stream")
                .expect(200));
        int[] places = random.ints(ACCOUNTS, 1, UNITS / 2).toArray();
        Output.timed(ACCOUNTS + " accounts with two grants each", () -> IntStream.range(0, ACCOUNTS)
                .parallel()
                .forEach(i -> account(rest, "person" + i, List.of("C" + places[i], "C" + (places[i] + UNITS / 2)))));
        Path events = PoliceEvents.generated(work.resolve("events.jsonl.gz"), records);
        Output.timed(records + " records imported", () -> rest.importFile("incidents.police-events", events));
    }

    /** Services have no password: fifteen thousand of those would be hashed for half an hour. */
    private static String account(Rest rest, String name, List<String> units) {
        String id = rest.post(
                        "/api/accounts",
                        "{\"username\":\"%s\",\"name\":\"%s\",\"service\":true,\"roles\":[]}".formatted(name, name))
                .expect(201)
                .json()
                .path("id")
                .asText();
        for (String unit : units) {
            String where = unit.isEmpty() ? "" : ",\"unit\":\"" + unit + "\"";
            rest.post("/api/grants", "{\"account\":\"" + id + "\",\"role\":\"incidents:handler\"" + where + "}")
                    .expect(201);
        }
        return id;
    }

    private static Rest caller(Rest rest, String name, Stream<String> units) {
        String id = account(rest, name, units.toList());
        String token = rest.post("/api/accounts/" + id + "/tokens", "{\"name\":\"bench\",\"permissions\":[\"*\"]}")
                .expect(201)
                .json()
                .path("token")
                .asText();
        return Rest.with(rest.base(), token);
    }

    private void read(Rest rest, String who) throws InterruptedException {
        String reports = "/api/incidents/reports?limit=50";
        Output.line(who, rest.get(reports).expect(200).json().path("total").asText() + " records");
        Output.measured(rest, 2, time, "  list, newest first", n -> Request.get(reports + "&sort=-occurredAt"));
        Output.measured(
                rest,
                2,
                time,
                "  list, two filters, sorted",
                n -> Request.get(reports + "&year=2024&phase=open&sort=-occurredAt&weekday=" + (1 + n % 7)));
        Output.measured(
                rest,
                1,
                time,
                "  cross table, month x kind",
                n -> Request.get("/api/insight/cube?type=incidents.report&measures=count&dimensions=month,kind"));
        String cube = "/api/insight/cube?type=incidents.report&dimensions=";
        Output.measured(
                rest,
                1,
                time,
                "  cross table, a fifth of the records",
                n -> Request.get(cube + "month,kind&measures=count&occurredAt=2024-0" + (1 + n % 4) + "-01..2024-0"
                        + (4 + n % 4) + "-10"));
        Output.measured(
                rest,
                1,
                time,
                "  cross table, median time to close",
                n -> Request.get(cube + "month,kind&measures=count,median:age,median:time:created..phase:closed"));
        Output.measured(
                rest,
                1,
                time,
                "  cross table beside the year before",
                n -> Request.get(cube + "month,kind&measures=count&year=2024&compare=same-period-last-year"));
        Output.measured(
                rest,
                2,
                time,
                "  list, three filters, by title",
                n -> Request.get(reports + "&year=2024&phase=open&hour=" + n % 24 + "&weekday=1&weekday=2&sort=title"));
        Output.measured(rest, 1, time, "  full text", n -> Request.get("/api/search?limit=20&q=nummer+" + n % records));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void check(Distribution vaksam) {
        var verified = vaksam.command("journal", "verify");
        if (verified.exitCode() != 0) {
            throw new IllegalStateException(verified.output());
        }
    }

    private static void startWithIndex(Distribution vaksam) {
        vaksam.start();
        Rest rest = vaksam.rest();
        while (!rest.get("/api/insight/status").json().path("state").asText().equals("ready")) {
            Thread.onSpinWait();
        }
    }
}
