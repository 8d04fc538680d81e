package org.vaksam.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.operations.FakeServices;
import org.vaksam.operations.ObedientModules;
import org.vaksam.operations.services.Questions;
import org.vaksam.spi.data.Dialect;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.kernel.Modules.State;

class ReadinessTest {
    private static final Health BROKEN = new Health(Status.CRITICAL, Text.same("broken"));

    private final FakeServices services = new FakeServices();
    private final ObedientModules modules = new ObedientModules();
    private final Readiness readiness = new Readiness(services, new Questions(Duration.ofMillis(200)));

    @BeforeEach
    void everythingIsThere() {
        services.services.put("kernel", modules);
        services.services.put("data", new OpenDatabase());
    }

    @Test
    void readyWhenEverythingIsThere() {
        var report = readiness.look();

        assertThat(report.status()).isEqualTo(Status.OK);
        assertThat(report.serves()).isTrue();
        assertThat(report.checks())
                .extracting(Readiness.Check::name)
                .containsExactly("platform", "database", "modules");
    }

    @Test
    void anIllModuleIsSaidButHarmsNobody() {
        modules.add(State.LIVE, BROKEN, ObedientModules.incidents());

        var report = readiness.look();

        assertThat(report.status()).isEqualTo(Status.WARN);
        assertThat(report.serves()).isTrue();
        assertThat(report.checks().get(2).message().en()).contains("incidents");
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void everyModuleSaysHowItIsAndThePlatformServes(Status status) {
        modules.add(State.LIVE, new Health(status, new Text("orden", "the words")), ObedientModules.incidents());

        var report = readiness.look();

        assertThat(report.modules())
                .containsExactly(new Readiness.Check("incidents", status, new Text("orden", "the words")));
        assertThat(report.serves()).isTrue();
        assertThat(report.status()).isEqualTo(status == Status.OK ? Status.OK : Status.WARN);
    }

    @ParameterizedTest
    @EnumSource(Status.class)
    void whatThePlatformCannotDoWithoutDecides(Status status) {
        services.services.put("index", (HealthCheck) () -> new Health(status, Text.same("words")));

        boolean serves = status == Status.OK || status == Status.WARN;

        assertThat(readiness.look().serves()).isEqualTo(serves);
        assertThat(new HealthResource(readiness).ready().getStatus()).isEqualTo(serves ? 200 : 503);
    }

    @Test
    void notReadyBeforeAllPartsAreThere() {
        services.missing = "vaksam.api=session";

        var report = readiness.look();

        assertThat(report.serves()).isFalse();
        assertThat(report.checks().get(0).message().en()).contains("accounts");
    }

    @Test
    void notReadyWhileModulesStart() {
        modules.recovered = false;

        assertThat(readiness.look().status()).isEqualTo(Status.TEMPORARILY_UNAVAILABLE);
    }

    @Test
    void notReadyWithoutADatabase() {
        services.services.remove("data");

        assertThat(readiness.look().serves()).isFalse();
    }

    @Test
    void aCheckThatFailsOrHangsIsCritical() throws InterruptedException {
        var end = new CountDownLatch(1);
        services.services.put("failing", (HealthCheck) () -> {
            throw new IllegalStateException("no");
        });
        services.services.put("hanging", (HealthCheck) () -> {
            await(end);
            return Health.ok();
        });

        var report = readiness.look();
        end.countDown();

        assertThat(report.serves()).isFalse();
        assertThat(report.checks())
                .filteredOn(check -> check.status() == Status.CRITICAL)
                .extracting(Readiness.Check::name)
                .containsExactly("failing", "hanging");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class OpenDatabase implements PlatformDatabase {
        @Override
        public <T> T write(Work<T> work) {
            throw new UnsupportedOperationException();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T read(Work<T> work) {
            return (T) Long.valueOf(1);
        }

        @Override
        public Dialect dialect() {
            return Dialect.DERBY;
        }
    }
}
