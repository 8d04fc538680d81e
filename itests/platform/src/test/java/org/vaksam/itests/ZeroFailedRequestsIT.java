package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.IncidentVersions;
import org.vaksam.itests.support.Rest;

/** P2: while a module is updated, each time with a change of its schema, no request fails. */
class ZeroFailedRequestsIT {
    private static final int UPDATES = 6;
    private static final int CLIENTS = 6;

    private static Distribution vaksam;
    private static Rest rest;

    @BeforeAll
    static void start() {
        vaksam = Work.distribution(ZeroFailedRequestsIT.class).start();
        rest = vaksam.rest();
        rest.install("incidents");
    }

    @AfterAll
    static void stop() {
        vaksam.close();
    }

    @Test
    void updatesUnderLoadFailNobody() throws InterruptedException {
        var load = new Load();
        load.start();
        var versions = new IncidentVersions(vaksam);
        for (int i = 1; i <= UPDATES; i++) {
            var operation = rest.install(versions.next());
            assertThat(operation.path("ok").asBoolean())
                    .as(operation.toString())
                    .isTrue();
        }
        load.stop();
        assertThat(load.failures).isEmpty();
        assertThat(load.requests.get()).isGreaterThan(UPDATES * CLIENTS);
    }

    /** Clients that read, list and create as fast as they can. */
    private static final class Load {
        final Queue<String> failures = new ConcurrentLinkedQueue<>();
        final AtomicInteger requests = new AtomicInteger();
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
                try {
                    int n = requests.incrementAndGet();
                    var answer =
                            switch (n % 4) {
                                case 0 ->
                                    rest.post(
                                            "/api/incidents/reports",
                                            "{\"kind\":\"damage\",\"title\":\"Klotter " + n + "\"}");
                                case 1 -> rest.get("/api/incidents/reports?limit=20&kind=damage");
                                case 2 -> rest.get("/api/incidents/police-types");
                                default -> rest.get("/api/incidents/reports/definition?kind=damage");
                            };
                    if (answer.status() >= 300) {
                        failures.add(answer.status() + " " + answer.text());
                    }
                } catch (RuntimeException e) {
                    failures.add(e.toString());
                }
            }
        }
    }
}
