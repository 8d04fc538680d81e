package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;
import org.vaksam.testkit.Waiting;

/**
 * Promise P2: while a module is updated and rolled back under load, no request fails: not its own, and not those of another area,
 * which here is the module that the guide for module builders shows. Figures belong to the benchmark; they are only printed.
 */
class ZeroFailedRequestsIT {
    private static final int ROUNDS = 20;
    private static final int CLIENTS = 6;
    private static final int SAMPLES = 200;

    /** Of requests; those from {@link #FIRST_ELSEWHERE} on go to the area that nobody updates. */
    private static final int KINDS = 6;

    private static final int FIRST_ELSEWHERE = 4;

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(ZeroFailedRequestsIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.install(ModuleVariant.ofGuide(Path.of(System.getProperty("vaksam.docs"), "module.md"))
                .write(vaksam.data().resolve("my-area.jar")));
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void updatesAndRollbacksUnderLoadFailNobody() throws InterruptedException {
        var quiet = new Load();
        quiet.start();
        Waiting.until(() -> quiet.elsewhere.size() >= SAMPLES, "a picture of the untouched area without updates");
        quiet.stop();
        var load = new Load();
        load.start();
        var versions = new IncidentVersions(vaksam);
        for (int i = 1; i <= ROUNDS; i++) {
            Path file = versions.next();
            done(rest.install(file));
            done(rest.post("/api/modules/incidents/rollback", "{}").expect(200).json());
            done(rest.install(file));
        }
        load.stop();
        assertThat(load.failures).isEmpty();
        assertThat(load.requests.get()).isGreaterThan(ROUNDS * CLIENTS);
        System.out.printf(
                "%d updates and %d rollbacks: %d requests, the longest took %d ms; p99 of the untouched area"
                        + " %d ms, without updates %d ms%n",
                2 * ROUNDS,
                ROUNDS,
                load.requests.get(),
                load.longestMillis.get(),
                load.p99Elsewhere(),
                quiet.p99Elsewhere());
    }

    private static void done(JsonNode operation) {
        assertThat(operation.path("ok").asBoolean()).as(operation.toString()).isTrue();
    }

    /** Clients that read, list and create in both areas as fast as they can. */
    private static final class Load {
        final Queue<String> failures = new ConcurrentLinkedQueue<>();
        final AtomicInteger requests = new AtomicInteger();
        final AtomicLong longestMillis = new AtomicLong();
        /** Milliseconds of each request to the area that nobody updates. */
        final Queue<Long> elsewhere = new ConcurrentLinkedQueue<>();

        private final List<Thread> clients = new ArrayList<>();
        private volatile boolean running = true;

        void start() {
            for (int i = 0; i < CLIENTS; i++) {
                var client = new Thread(this::work);
                clients.add(client);
                client.start();
            }
        }

        void stop() throws InterruptedException {
            running = false;
            for (Thread client : clients) {
                client.join();
            }
        }

        private void work() {
            while (running) {
                long begin = System.nanoTime();
                int n = requests.incrementAndGet();
                try {
                    var answer = ask(n);
                    if (answer.status() >= 300) {
                        failures.add(answer.status() + " " + answer.text());
                    }
                } catch (RuntimeException e) {
                    failures.add(e.toString());
                }
                long millis = (System.nanoTime() - begin) / 1_000_000;
                longestMillis.accumulateAndGet(millis, Math::max);
                if (n % KINDS >= FIRST_ELSEWHERE) {
                    elsewhere.add(millis);
                }
            }
        }

        long p99Elsewhere() {
            List<Long> sorted = elsewhere.stream().sorted().toList();
            return sorted.get(sorted.size() * 99 / 100);
        }

        private static Answer ask(int n) {
            return switch (n % KINDS) {
                case 0 -> rest.post("/api/incidents/reports", "{\"kind\":\"damage\",\"title\":\"Klotter " + n + "\"}");
                case 1 -> rest.get("/api/incidents/reports?limit=20&kind=damage");
                case 2 -> rest.get("/api/incidents/police-types");
                case 3 -> rest.get("/api/incidents/reports/definition?kind=damage");
                case 4 -> rest.post("/api/my-area/things", "{\"title\":\"Sak " + n + "\"}");
                default -> rest.get("/api/my-area/things?limit=20");
            };
        }
    }
}
