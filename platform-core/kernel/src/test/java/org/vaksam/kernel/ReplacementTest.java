package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.problem.Problem;
import org.vaksam.kernel.sample.Background;
import org.vaksam.kernel.sample.Resource;
import org.vaksam.kernel.sample.RoundsOne;
import org.vaksam.kernel.sample.RoundsTwo;
import org.vaksam.kernel.sample.RoundsUser;
import org.vaksam.kernel.sample.Well;
import org.vaksam.kernel.sample.api.Rounds;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Former;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.spi.kernel.Modules.Step;
import org.vaksam.testkit.SampleJar;

/** Modules come and change, and whoever uses them is not cut off. */
class ReplacementTest extends PlatformTest {
    @Test
    void aModuleNeedsNoJava() {
        Operation outcome = platform.install(SampleJar.module("alfa", "1.0.0"));

        assertThat(outcome.ok()).isTrue();
        assertThat(outcome.steps())
                .extracting(Step::id)
                .containsExactly(
                        "verify",
                        "stage",
                        "quiesce",
                        "migrate",
                        "restore",
                        "health",
                        "contribute",
                        "register",
                        "remember",
                        "commit",
                        "switch",
                        "live",
                        "drain",
                        "retire");
        Installed installed = platform.installed("alfa").orElseThrow();
        assertThat(installed.state()).isEqualTo(State.LIVE);
        assertThat(gateway.routeOf("alfa").revision).isEqualTo(installed.revision());
        assertThat(platform.kernel().history.list(Optional.empty(), 10)).containsExactly(outcome);
        assertThat(platform.journal).extracting(entry -> entry.action()).containsExactly("module.installed");
    }

    @Test
    void anUpdateReplacesTheRevisionAndARollbackBringsItBack() {
        assertThat(platform.install(withTable("alfa", "1.0.0")
                                .component(Resource.class, Resource.class.getName(), resource()))
                        .failure())
                .isEmpty();
        String first = platform.installed("alfa").orElseThrow().revision();
        platform.install(withTable("alfa", "2.0.0").component(Resource.class, Resource.class.getName(), resource()));

        Installed second = platform.installed("alfa").orElseThrow();
        assertThat(second.descriptor().version()).isEqualTo("2.0.0");
        assertThat(second.previousRevision()).contains(first);
        assertThat(gateway.open).hasSize(1);
        assertThat(gateway.routeOf("alfa").resources)
                .extracting(Class::getSimpleName)
                .containsExactly("Resource");
        assertThat(platform.bundlesOf("alfa")).hasSize(1);

        assertThat(platform.kernel()
                        .operations
                        .rollback("alfa", Optional.empty())
                        .ok())
                .isTrue();
        assertThat(platform.installed("alfa").orElseThrow().revision()).isEqualTo(first);
        assertThat(platform.installed("alfa").orElseThrow().previousRevision()).contains(second.revision());
        assertThat(gateway.held).isEmpty();
    }

    @Test
    void everyKeptRevisionCanBeGoneBackTo() throws Exception {
        platform.install(withTable("alfa", "1.0.0"));
        String first = platform.installed("alfa").orElseThrow().revision();
        platform.install(withTable("alfa", "1.1.0"));
        platform.install(withTable("alfa", "1.2.0")
                .script(
                        "002-more",
                        "ALTER TABLE things ADD COLUMN note VARCHAR(20)",
                        "ALTER TABLE things DROP COLUMN note"));
        platform.restart();

        assertThat(platform.installed("alfa").orElseThrow().former())
                .extracting(Former::version)
                .containsExactly("1.1.0", "1.0.0");
        assertThat(platform.kernel()
                        .operations
                        .rollback("alfa", Optional.of(first))
                        .ok())
                .isTrue();
        assertThat(platform.installed("alfa").orElseThrow().revision()).isEqualTo(first);
        assertThatThrownBy(() -> platform.kernel().operations.rollback("alfa", Optional.of("9.9.9-abc")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail().en())
                                .contains("9.9.9-abc is not among those that are kept"));
    }

    @Test
    void thereIsNoWayBackPastAScriptThatTookSomethingAway() {
        platform.install(withTable("alfa", "1.0.0"));
        platform.install(
                withTable("alfa", "1.1.0").script("002-less", "DROP TABLE things", "CREATE TABLE things (id INTEGER)"));

        assertThat(platform.installed("alfa").orElseThrow().former()).isEmpty();
        assertThatThrownBy(() -> platform.kernel().operations.rollback("alfa", Optional.empty()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.detail().en())
                                .contains("002-less has taken something out of the database that version 1.0.0 needs"));
    }

    @Test
    void aRevisionInUseIsNotCutOff() {
        platform.install(SampleJar.module("alfa", "1.0.0")
                .header("Import-Package", "org.vaksam.api.health,org.vaksam.api.text")
                .component(Well.class, health(), ""));

        platform.kernel().liveModules.with("alfa", HealthCheck.class, check -> true, check -> {
            assertThat(platform.install(SampleJar.module("alfa", "2.0.0")).ok()).isTrue();
            assertThat(platform.bundlesOf("alfa")).hasSize(2);
            assertThat(platform.kernel().counters.values()).containsEntry("revisions_retiring", 1L);
            assertThat(platform.kernel()
                            .operations
                            .rollback("alfa", Optional.empty())
                            .ok())
                    .isTrue();
            return check.check();
        });

        assertThat(platform.installed("alfa").orElseThrow().descriptor().version())
                .isEqualTo("1.0.0");
    }

    @Test
    void anotherModulesServiceOutlivesItsRevisions() throws Exception {
        platform.framework
                .install(SampleJar.bundle("rounds-api")
                        .type(Rounds.class)
                        .header("Export-Package", "org.vaksam.kernel.sample.api;version=1.0")
                        .header("Platform-Api", "true")
                        .write(platform.folder))
                .start();
        platform.install(provider("1.0.0", RoundsOne.class));
        Operation user = platform.install(user());
        assertThat(user.failure()).isEmpty();
        assertThat(answer()).contains("one");

        platform.install(provider("2.0.0", RoundsTwo.class));
        assertThat(answer()).contains("two");

        Operation refused = platform.kernel().operations.uninstall("provider", DataMode.KEEP);
        assertThat(refused.ok()).isFalse();
        assertThat(refused.failure().orElseThrow().en()).contains("needed by consumer");
        assertThat(answer()).contains("two");

        platform.restart();
        assertThat(answer()).contains("two");
    }

    @Test
    void backgroundWorkRunsInTheLiveRevisionOnly() {
        platform.install(
                SampleJar.module("alfa", "1.0.0").component(Background.class, Runnable.class.getName(), whileLive()));

        assertThat(works("alfa")).isTrue();
        assertThat(platform.framework.context().getServiceReference(Runnable.class))
                .isNotNull();
    }

    private Optional<String> answer() {
        return platform.kernel()
                .liveModules
                .with("consumer", Supplier.class, each -> true, each -> String.valueOf(each.get()));
    }

    private static SampleJar provider(String version, Class<?> implementation) {
        return SampleJar.module("provider", version)
                .header("Import-Package", "org.vaksam.kernel.sample.api")
                .component(implementation, Rounds.class.getName(), "");
    }

    private static SampleJar user() {
        return SampleJar.module("consumer", "1.0.0")
                .header("Import-Package", "org.vaksam.kernel.sample.api")
                .component(
                        RoundsUser.class,
                        Supplier.class.getName(),
                        "<reference name=\"rounds\" interface=\"" + Rounds.class.getName() + "\" parameter=\"0\"/>");
    }

    private static String health() {
        return HealthCheck.class.getName();
    }

    private static String resource() {
        return "<property name=\"osgi.jakartars.resource\" type=\"Boolean\" value=\"true\"/>";
    }
}
