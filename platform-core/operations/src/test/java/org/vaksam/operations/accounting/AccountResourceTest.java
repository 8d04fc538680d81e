package org.vaksam.operations.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vaksam.api.health.Health;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.operations.FakeServices;
import org.vaksam.operations.ObedientModules;
import org.vaksam.operations.SomeStatements;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.spi.web.GatewayMetrics;

class AccountResourceTest {
    private final FakeServices services = new FakeServices();
    private final ObedientModules modules = new ObedientModules();
    private final SomeStatements accounting = new SomeStatements();
    private final AccountResource resource = new AccountResource(
            new ModuleAccounts(modules, accounting, services, new Questions(Duration.ofSeconds(5))), accounting::limit);

    @BeforeEach
    void incidentsIsInstalled() {
        modules.add(State.LIVE, Health.ok(), ObedientModules.incidents());
    }

    @Test
    void anAccountHasTheFiguresOfGatewayAndDatabase() {
        services.services.put("web", new HundredRequests());

        AccountView account = resource.account("incidents");

        assertThat(account.requests()).isEqualTo(100);
        assertThat(account.errors()).isEqualTo(2);
        assertThat(account.cpuSeconds()).isEqualTo(0.7);
        assertThat(account.allocatedBytes()).isEqualTo(5000);
        assertThat(account.statements()).isEqualTo(3);
        assertThat(account.schemaBytes()).hasValue(8192L);
        assertThat(account.p50()).isBetween(0.0025, 0.005);
        assertThat(account.p99()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void withoutAGatewayThereAreNoRequests() {
        AccountView account = resource.account("incidents");

        assertThat(account.requests()).isZero();
        assertThat(account.p99()).isZero();
        assertThat(account.statements()).isEqualTo(3);
    }

    @Test
    void theSlowestAreAtLeastTheHighestBound() {
        assertThat(Quantile.of(0.99, List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 0L, 7L)))
                .isEqualTo(10.0);
    }

    @Test
    void limitsAreSetAndSeen() {
        resource.limit("incidents", Map.of("concurrentRequests", 8, "statementSeconds", 600));
        assertThat(resource.account("incidents").limits()).isEqualTo(new Limits(Optional.of(8), Optional.of(600)));

        resource.limit("incidents", Collections.singletonMap("concurrentRequests", null));
        assertThat(resource.account("incidents").limits()).isEqualTo(Limits.NONE);
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertFields(List.of("concurrentRequests"), Map.of("concurrentRequests", 0));
        assertFields(
                List.of("concurrentRequests", "statementSeconds"),
                Map.of("concurrentRequests", 1001, "statementSeconds", "10"));
        assertFields(List.of("statementSeconds"), Map.of("statementSeconds", 1.5));
        assertFields(List.of("requests"), Map.of("requests", 4));
        assertThatThrownBy(() -> resource.limit("incidents", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> resource.account("nobody"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        assertThat(accounting.limits("incidents")).isEqualTo(Limits.NONE);
    }

    private void assertFields(List<String> fields, Map<String, @Nullable Object> body) {
        assertThatThrownBy(() -> resource.limit("incidents", body))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.fields())
                        .extracting(FieldProblem::field)
                        .containsExactlyInAnyOrderElementsOf(fields));
    }

    private static final class HundredRequests implements GatewayMetrics {
        @Override
        public List<Line> lines() {
            var buckets = List.of(0L, 0L, 98L, 0L, 0L, 0L, 0L, 0L, 1L, 1L, 0L, 0L, 0L);
            return List.of(new Line("incidents", 100, 2, 1, 2.5, buckets, 0.7, 5000));
        }

        @Override
        public int streams() {
            return 0;
        }
    }
}
