package org.vaksam.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.vaksam.itests.support.Answer;
import org.vaksam.itests.support.Distribution;
import org.vaksam.itests.support.ModuleVariant;
import org.vaksam.itests.support.Rest;

/** Every area's cost is known, and none can take everything. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountingIT {
    private static final String REPORTS = "/api/incidents/reports";
    private static final String LIMITS = "/api/modules/incidents/limits";
    private static final String THEFT =
            "{\"kind\":\"theft\",\"title\":\"Stulen cykel\",\"occurredAt\":\"2026-11-20T10:00:00Z\"}";

    private final Distribution vaksam = Work.distribution(getClass());
    private final ExecutorService clients = Executors.newFixedThreadPool(80);
    private Rest rest = Rest.anonymous(vaksam.url());

    @BeforeAll
    void start() {
        vaksam.start();
        rest = vaksam.rest();
        rest.install("incidents");
        rest.install(ModuleVariant.ofGuide(Path.of(System.getProperty("vaksam.docs"), "module.md"))
                .write(vaksam.data().resolve("my-area.jar")));
    }

    @AfterAll
    void stop() {
        clients.shutdownNow();
        vaksam.close();
    }

    @Test
    @Order(1)
    void figuresArePlausibleAndGrowWithTheWorkOfTheirModuleOnly() {
        JsonNode before = account("incidents");
        JsonNode others = account("my-area");
        for (int i = 0; i < 20; i++) {
            rest.post(REPORTS, THEFT).expect(201);
            rest.get(REPORTS + "/unheard-of").expect(404);
        }
        JsonNode after = account("incidents");

        assertThat(grown("requests", before, after)).isEqualTo(40);
        assertThat(grown("refused", before, after)).isEqualTo(20);
        assertThat(grown("errors", before, after)).isZero();
        assertThat(grown("statements", before, after)).isBetween(60.0, 2000.0);
        assertThat(grown("allocatedBytes", before, after)).isBetween(100_000.0, 1e9);
        assertThat(grown("cpuSeconds", before, after)).isPositive().isLessThan(60);
        assertThat(grown("statementSeconds", before, after)).isPositive().isLessThan(grown("seconds", before, after));
        assertThat(after.path("p50").asDouble())
                .isPositive()
                .isLessThanOrEqualTo(after.path("p99").asDouble());
        assertThat(after.path("schemaBytes").asLong()).isPositive();
        assertThat(account("my-area").path("statements")).isEqualTo(others.path("statements"));
        assertThat(rest.get("/metrics").expect(200).text())
                .contains("vaksam_module_statements_total{module=\"incidents\"}")
                .contains("vaksam_module_cpu_seconds_total{module=\"incidents\"}");
        assertThat(rest.get("/health/ready").expect(200).json().path("modules").findValuesAsText("name"))
                .containsExactlyInAnyOrder("incidents", "my-area");
    }

    @Test
    @Order(2)
    void aLimitHoldsAtOnceAndNobodyElseNotices() throws Exception {
        rest.put(LIMITS, "{\"concurrentRequests\":1,\"statementSeconds\":30}").expect(200);

        List<Future<Answer>> here = new ArrayList<>();
        List<Future<Answer>> elsewhere = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            here.add(ask(() -> rest.get(REPORTS + "?limit=100")));
            if (i % 10 == 0) {
                elsewhere.add(ask(() -> rest.get("/api/my-area/things")));
            }
        }
        assertThat(statuses(elsewhere)).containsOnly(200);
        assertThat(statuses(here)).contains(200, 503).containsOnly(200, 503);
        for (Future<Answer> answer : here) {
            if (answer.get().status() == 503) {
                assertThat(answer.get().problem()).isEqualTo("module-busy");
                assertThat(answer.get().header("Retry-After")).isEqualTo("1");
            }
        }
        assertThat(account("incidents").path("errors").asLong()).isZero();
    }

    @Test
    @Order(3)
    void whatIsNoLimitIsRefused() {
        assertThat(rest.put(LIMITS, "{\"concurrentRequests\":0}").expect(422).text())
                .contains("concurrentRequests");
        rest.put(LIMITS, "{\"requests\":1}").expect(422);
        rest.put("/api/modules/nobody/limits", "{}").expect(404);
        Rest.anonymous(vaksam.url()).put(LIMITS, "{}").expect(401);
    }

    @Test
    @Order(4)
    void limitsAreThereAfterARestartUntilTheyAreLifted() throws Exception {
        vaksam.stop();
        vaksam.start();
        rest = vaksam.rest();
        assertThat(account("incidents").path("limits").toString())
                .isEqualTo("{\"concurrentRequests\":1,\"statementSeconds\":30}");

        var lifted = vaksam.command("module", "limit", "incidents", "--requests=none");
        assertThat(lifted.exitCode()).as(lifted.output()).isZero();
        assertThat(account("incidents").path("limits").toString())
                .isEqualTo("{\"concurrentRequests\":null,\"statementSeconds\":30}");
        List<Future<Answer>> here = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            here.add(ask(() -> rest.get(REPORTS)));
        }
        assertThat(statuses(here)).containsOnly(200);
        assertThat(vaksam.command("module", "account", "incidents").output()).contains("statements", "schemaBytes");
    }

    private Future<Answer> ask(Callable<Answer> request) {
        return clients.submit(request);
    }

    private static List<Integer> statuses(List<Future<Answer>> answers)
            throws ExecutionException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (Future<Answer> answer : answers) {
            statuses.add(answer.get().status());
        }
        return statuses;
    }

    private JsonNode account(String module) {
        return rest.get("/api/modules/" + module + "/account").expect(200).json();
    }

    private static double grown(String figure, JsonNode before, JsonNode after) {
        return after.path(figure).asDouble() - before.path(figure).asDouble();
    }
}
