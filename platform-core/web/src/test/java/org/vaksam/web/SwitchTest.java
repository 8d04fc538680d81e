package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.spi.lease.Lease;
import org.vaksam.spi.web.Gateway;
import org.vaksam.spi.web.GatewayMetrics;
import org.vaksam.testkit.Waiting;

/** Revisions, the gateway itself and shared resources are exchanged under load, and nobody notices. */
@Timeout(60)
class SwitchTest {
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
    }

    @AfterEach
    void stop() throws Exception {
        server.close();
    }

    /** Asks without a pause on several connections while the work is done; returns all answers that were not 200. */
    private List<String> failuresDuring(String path, Work work) throws Exception {
        var over = new AtomicBoolean();
        var threads = Executors.newFixedThreadPool(4);
        List<Future<List<String>>> clients = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clients.add(threads.submit(() -> {
                List<String> failures = new ArrayList<>();
                while (!over.get()) {
                    HttpResponse<String> response = server.get(path);
                    if (response.statusCode() != 200) {
                        failures.add(response.statusCode() + " " + response.body());
                    }
                }
                return failures;
            }));
        }
        try {
            work.run();
        } finally {
            over.set(true);
            threads.shutdown();
        }
        List<String> failures = new ArrayList<>();
        for (Future<List<String>> client : clients) {
            failures.addAll(client.get());
        }
        return failures;
    }

    private interface Work {
        void run() throws Exception;
    }

    @Test
    void aRevisionIsExchangedUnderLoadWithoutAFailure() throws Exception {
        var lease = new Lease();
        Gateway.Endpoint first = open(lease, "0");
        server.gateway().route("sample", first);
        List<String> failures = failuresDuring("/api/sample/version", () -> {
            Gateway.Endpoint before = first;
            Lease old = lease;
            for (int i = 1; i <= 10; i++) {
                var next = new Lease();
                Gateway.Endpoint after = open(next, Integer.toString(i));
                server.gateway().hold("sample");
                old.quiet(Duration.ofMillis(500));
                server.gateway().route("sample", after);
                server.gateway().resume("sample");
                assertThat(old.drain(Duration.ofSeconds(5))).isTrue();
                before.close();
                before = after;
                old = next;
            }
        });
        assertThat(failures).isEmpty();
        assertThat(server.get("/api/sample/version").body()).isEqualTo("10");
    }

    private Gateway.Endpoint open(Lease lease, String version) {
        return server.gateway().open("sample", version, lease, TestServer.slots(new Samples.Version(version)));
    }

    @Test
    void theGatewayItselfIsExchangedUnderLoadWithoutAFailure() throws Exception {
        server.modules.add("sample", Modules.State.LIVE);
        server.serve("sample", new Samples.Version("1"));
        List<String> failures = failuresDuring("/api/sample/version", () -> {
            server.assembled.close();
            try (var second = server.assemble()) {
                second.gateway().start();
                var endpoint =
                        second.gateway().open("sample", "1", new Lease(), TestServer.slots(new Samples.Version("2")));
                second.gateway().route("sample", endpoint);
                assertThat(server.get("/api/sample/version").body()).isEqualTo("2");
                second.gateway().unroute("sample");
                second.gateway().route("sample", endpoint);
            }
            var third = server.assemble();
            third.gateway().start();
            third.gateway()
                    .route(
                            "sample",
                            third.gateway()
                                    .open("sample", "1", new Lease(), TestServer.slots(new Samples.Version("3"))));
            assertThat(server.get("/api/sample/version").body()).isEqualTo("3");
        });
        assertThat(failures).isEmpty();
    }

    @Test
    void sharedResourcesAreExchangedBehindTheModule() throws Exception {
        server.serve("sample", new Samples.Version("1"));
        String[] anna = {"Authorization", "Bearer anna:x"};
        assertThat(server.get("/api/sample/reports", anna).statusCode()).isEqualTo(404);
        List<String> failures = failuresDuring("/api/sample/version", () -> {
            server.gateway().everywhere(TestServer.slots(new Samples.Records()));
            assertThat(server.get("/api/sample/reports", anna).body()).contains("\"records\":\"reports\"");
            server.gateway().everywhere(TestServer.slots());
            server.gateway().everywhere(TestServer.slots(new Samples.Records()));
        });
        assertThat(failures).isEmpty();
        assertThat(server.get("/api/sample/reports", anna).body()).contains("\"module\":\"sample\"");
    }

    @Test
    void whoeverIsHeldWaitsAndIsAnsweredAfterwards() throws Exception {
        server.serve("sample", new Samples.Version("1"));
        server.serve("other", new Samples.Version("2"));
        server.gateway().hold("sample");
        CompletableFuture<HttpResponse<String>> waiting = server.client.sendAsync(
                server.request("/api/sample/version").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(server.get("/api/other/version").body()).isEqualTo("2");
        assertThat(waiting).isNotDone();
        server.gateway().resume("sample");
        assertThat(waiting.get(5, TimeUnit.SECONDS).body()).isEqualTo("1");
    }

    @Test
    void aModuleThatIsMissingIsNamed() throws Exception {
        server.modules.add("infosec", Modules.State.KEPT);
        server.modules.add("fire", Modules.State.DORMANT);
        server.modules.catalogue.add(
                new Modules.Offered("incidents", "1.0.0", new Text("Händelser", "Incidents"), Path.of("x")));
        for (String module : List.of("incidents", "infosec", "fire")) {
            HttpResponse<String> response = server.get("/api/" + module + "/reports");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(response.body()).contains("problem:module-missing", "\"module\":\"" + module + "\"");
        }
        assertThat(server.get("/api/incidents").body()).contains("vaksam module install incidents");
        assertThat(server.get("/api/fire/x").body()).contains("Paketet saknas.");
        assertThat(server.get("/api/unheard-of").body()).contains("problem:not-found");
    }

    @Test
    void requestsWaitUntilBootIsOver() throws Exception {
        server.modules.recovered = false;
        CompletableFuture<HttpResponse<String>> waiting = server.client.sendAsync(
                server.request("/api/sample/version").build(), HttpResponse.BodyHandlers.ofString());
        server.serve("sample", new Samples.Version("1"));
        assertThat(waiting.get(5, TimeUnit.SECONDS).body()).isEqualTo("1");
    }

    @Test
    void requestsWaitUntilThePlatformIsComplete() throws Exception {
        server.complete = false;
        CompletableFuture<HttpResponse<String>> waiting = server.client.sendAsync(
                server.request("/api/unheard-of").build(), HttpResponse.BodyHandlers.ofString());
        CompletableFuture<HttpResponse<String>> file =
                server.client.sendAsync(server.request("/health").build(), HttpResponse.BodyHandlers.ofString());
        server.serve("sample", new Samples.Version("1"));
        assertThat(server.get("/api/sample/version").statusCode()).isEqualTo(200);
        assertThat(waiting).isNotDone();
        assertThat(file).isNotDone();
        server.complete = true;
        assertThat(waiting.get(5, TimeUnit.SECONDS).body()).contains("problem:not-found");
        assertThat(file.get(5, TimeUnit.SECONDS).statusCode()).isEqualTo(404);
    }

    @Test
    void aMethodWithoutADeclaredPermissionKeepsItsModuleOut() {
        Assertions.assertThatThrownBy(() -> server.serve("sample", new Samples.Careless()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().en()).contains("Careless.anybody"));
    }

    @Test
    void aModuleMayHaveNoResourcesOfItsOwn() throws Exception {
        server.serve("sample");
        assertThat(server.get("/api/sample/reports").statusCode()).isEqualTo(404);
    }

    @Test
    void whatWasAnsweredIsCounted() throws Exception {
        server.serve("sample", new Samples.Version("1"));
        server.get("/api/sample/version");
        server.get("/api/sample/nothing");
        Waiting.until(() -> line("sample").requests() == 2, "the books, which are kept after the answer is sent");
        var line = line("sample");
        assertThat(line.requests()).isEqualTo(2);
        assertThat(line.refused()).isEqualTo(1);
        assertThat(line.errors()).isZero();
        assertThat(line.buckets().stream().mapToLong(Long::longValue).sum()).isEqualTo(2);
    }

    private GatewayMetrics.Line line(String module) {
        return server.assembled.metrics().lines().stream()
                .filter(l -> l.module().equals(module))
                .findFirst()
                .orElseThrow();
    }
}
