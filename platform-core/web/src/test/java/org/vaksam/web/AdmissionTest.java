package org.vaksam.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.security.Open;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.web.GatewayMetrics;

/** So many requests of a module at once, and no more; each on its account. */
class AdmissionTest {
    private TestServer server;
    private final Slow slow = new Slow();

    /** Answers when it is told to. */
    @Path("slow")
    @Open
    public static final class Slow {
        private final Semaphore arrived = new Semaphore(0);
        private final CountDownLatch leave = new CountDownLatch(1);

        @GET
        public String slow() throws InterruptedException {
            arrived.release();
            leave.await();
            return "slow";
        }

        @GET
        @Path("bug")
        public String bug() {
            throw new IllegalStateException("a bug");
        }

        @GET
        @Path("stream")
        public void stream(@Context HttpServletRequest request) {
            request.startAsync().setTimeout(0);
            arrived.release();
        }
    }

    /** Says who pays. */
    @Path("payer")
    @Open
    public static final class Payer {
        private final FakeAccounting accounting;

        Payer(FakeAccounting accounting) {
            this.accounting = accounting;
        }

        @GET
        public String payer() {
            byte[] used = new byte[500_000];
            return accounting.charged() + (used.length > 0 ? "" : "!");
        }
    }

    @SuppressWarnings("NullAway.Init") // set before each test
    AdmissionTest() {}

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        server.serve("alpha", slow);
        server.serve("beta", new Payer(server.accounting));
        server.accounting.limit("alpha", atMost(2));
    }

    @AfterEach
    void stop() throws Exception {
        slow.leave.countDown();
        server.close();
    }

    @Test
    void oneTooManyIsToldToComeBackAndNobodyElseNotices() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> inside = fill();

        HttpResponse<String> refused = server.get("/api/alpha/slow");

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("module-busy").contains("next");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(server.get("/api/beta/payer").body()).isEqualTo("beta");
        slow.leave.countDown();
        for (CompletableFuture<HttpResponse<String>> each : inside) {
            assertThat(each.get().statusCode()).isEqualTo(200);
        }
        assertThat(server.get("/api/alpha/slow").body()).isEqualTo("slow");
        GatewayMetrics.Line line = line("alpha");
        assertThat(line.errors()).as("no fault of the module").isZero();
        assertThat(line.refused()).isEqualTo(1);
    }

    @Test
    void whoeverComesWhileSomebodyLeavesIsLetIn() throws Exception {
        fill();
        CompletableFuture<HttpResponse<String>> waiting = ask("/api/alpha/slow");
        server.get("/api/beta/payer");
        slow.leave.countDown();

        assertThat(waiting.get().statusCode()).isEqualTo(200);
    }

    @Test
    void moreThanAFewDoNotWait() throws Exception {
        fill();
        List<CompletableFuture<HttpResponse<String>>> crowd = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            crowd.add(ask("/api/alpha/slow"));
        }
        assertThat(server.get("/api/beta/payer").statusCode()).isEqualTo(200);
        for (CompletableFuture<HttpResponse<String>> each : crowd) {
            assertThat(each.get().statusCode()).isEqualTo(503);
        }
    }

    @Test
    void aLimitHoldsAtOnceAndIsLifted() throws Exception {
        fill();
        server.accounting.limit("alpha", Limits.NONE);
        CompletableFuture<HttpResponse<String>> third = ask("/api/alpha/slow");
        slow.arrived.acquire();
        slow.leave.countDown();

        assertThat(third.get().statusCode()).isEqualTo(200);
    }

    @Test
    void aFailureLeavesRoom() throws Exception {
        server.accounting.limit("alpha", atMost(1));
        for (int i = 0; i < 3; i++) {
            assertThat(server.get("/api/alpha/slow/bug").statusCode()).isEqualTo(500);
        }
    }

    @Test
    void aStreamIsNotCounted() throws Exception {
        server.accounting.limit("alpha", atMost(1));
        for (int i = 0; i < 3; i++) {
            CompletableFuture<HttpResponse<String>> open = ask("/api/alpha/slow/stream");
            slow.arrived.acquire();
            assertThat(open).isNotDone();
        }
        assertThat(server.get("/api/alpha/slow/bug").statusCode()).isEqualTo(500);
    }

    @Test
    void whatARequestUsesIsCounted() throws Exception {
        for (int i = 0; i < 20; i++) {
            server.get("/api/beta/payer");
        }
        GatewayMetrics.Line line = line("beta");
        assertThat(line.allocatedBytes()).isBetween(10_000_000L, 100_000_000L);
        assertThat(line.cpuSeconds()).isPositive().isLessThanOrEqualTo(line.seconds() + 0.1);
    }

    private List<CompletableFuture<HttpResponse<String>>> fill() throws InterruptedException {
        List<CompletableFuture<HttpResponse<String>>> inside = List.of(ask("/api/alpha/slow"), ask("/api/alpha/slow"));
        slow.arrived.acquire(2);
        return inside;
    }

    private CompletableFuture<HttpResponse<String>> ask(String path) {
        return server.client.sendAsync(server.request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private GatewayMetrics.Line line(String module) {
        return server.assembled.metrics().lines().stream()
                .filter(line -> line.module().equals(module))
                .findFirst()
                .orElseThrow();
    }

    private static Limits atMost(int requests) {
        return new Limits(Optional.of(requests), Optional.empty());
    }
}
