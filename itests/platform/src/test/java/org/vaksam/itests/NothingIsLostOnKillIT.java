package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.PoliceEvents;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/** P8: what was acknowledged is there after kill -9, and nothing is there twice. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NothingIsLostOnKillIT {
    private static final String FORMAT = "incidents.police-events";
    private static final int GENERATED = 20_000;

    private static Distribution vaksam;
    private static Rest rest;
    private static Path file;
    private static int count;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(NothingIsLostOnKillIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        file = PoliceEvents.real()
                .orElseGet(() -> PoliceEvents.generated(vaksam.data().resolve("events.jsonl.gz"), GENERATED));
        count = PoliceEvents.real().isPresent() ? PoliceEvents.REAL_COUNT : GENERATED;
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    @Order(1)
    void anImportKilledUnderWayIsFinishedAfterwards() {
        String run = rest.startImport(FORMAT, file).path("id").asText();
        Waiting.until(() -> created(run) > 2_000, "the import to be under way");
        vaksam.kill();
        vaksam.start();
        assertThat(vaksam.command("import", FORMAT, file.toString()).exitCode()).isZero();
        assertThat(rest.awaitImport(run).path("state").asText()).isEqualTo("done");
        assertThat(total()).isEqualTo(count);
    }

    @Test
    @Order(2)
    void theSameFileAgainAddsNothing() {
        var run = rest.importFile(FORMAT, file);
        assertThat(run.path("created").asInt()).isZero();
        assertThat(run.path("existing").asInt()).isEqualTo(count);
        assertThat(total()).isEqualTo(count);
    }

    @Test
    @Order(3)
    void brokenLinesAreNamedAndTheRestIsStored() throws IOException {
        Path broken = vaksam.data().resolve("broken.jsonl");
        try (var in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8));
                var out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(broken), StandardCharsets.UTF_8))) {
            for (int i = 1; i <= 100; i++) {
                String line = in.readLine();
                out.write(
                        switch (i) {
                            case 10 -> "{\"id\": 1, \"broken";
                            case 50 -> "{\"id\": 7, \"type\": \"Brand\"}";
                            case 99 -> "[]";
                            default -> line.replaceFirst("\"id\": ", "\"id\": 7");
                        });
                out.newLine();
            }
        }
        var run = rest.importFile(FORMAT, broken);
        assertThat(run.path("created").asInt()).isEqualTo(97);
        assertThat(run.path("refused").asInt()).isEqualTo(3);
        var lines = new ArrayList<Integer>();
        rest.get("/api/imports/" + run.path("id").asText() + "/errors")
                .expect(200)
                .json()
                .path("items")
                .forEach(error -> lines.add(error.path("line").asInt()));
        assertThat(lines).containsExactly(10, 50, 99);
    }

    @Test
    @Order(4)
    void everyAcknowledgedReportSurvivesTheKill() throws InterruptedException {
        List<String> acknowledged = Collections.synchronizedList(new ArrayList<>());
        var writers = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            int writer = i;
            writers.add(new Thread(() -> write(writer, acknowledged)));
        }
        writers.forEach(Thread::start);
        Waiting.until(() -> acknowledged.size() > 200, "some acknowledged reports");
        vaksam.kill();
        for (Thread writer : writers) {
            writer.join();
        }
        vaksam.start();
        assertThat(new HashSet<>(acknowledged)).hasSameSizeAs(acknowledged);
        for (String id : acknowledged) {
            rest.get("/api/incidents/reports/" + id).expect(200);
        }
    }

    private static void write(int writer, List<String> acknowledged) {
        try {
            for (int i = 0; i < 10_000; i++) {
                acknowledged.add(rest.post(
                                "/api/incidents/reports",
                                "{\"kind\":\"theft\",\"title\":\"Rapport " + writer + "-" + i + "\"}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText());
            }
        } catch (java.io.UncheckedIOException theEnd) {
            Thread.currentThread().setName("killed");
        }
    }

    private static int created(String run) {
        return rest.get("/api/imports/" + run)
                .expect(200)
                .json()
                .path("created")
                .asInt();
    }

    private static long total() {
        return rest.get("/api/incidents/reports?limit=1&source=police-events")
                .expect(200)
                .json()
                .path("total")
                .asLong();
    }
}
