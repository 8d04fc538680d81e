package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.spi.kernel.Modules.Step;
import org.vaksam.testkit.TestDatabase;

/** Modules come, change and go, on a real framework and a real database. */
class LifecycleTest {
    private static Path folder = Path.of("");
    private static SamplePlatform platform;
    private FakeGateway gateway = new FakeGateway();

    @BeforeAll
    static void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        platform = new SamplePlatform(temporary, TestDatabase.derby(temporary));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @BeforeEach
    void connect() throws Exception {
        gateway = platform.gateway();
    }

    @AfterEach
    void clear() {
        platform.clear();
    }

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
    void aPlanLeavesNoTraceAndTellsTheTruth() {
        platform.install(withTable("alfa", "1.0.0"));
        Path next = withTable("alfa", "1.1.0")
                .script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more")
                .write(platform.folder);

        Plan plan = platform.kernel().operations.plan(next);

        assertThat(plan.possible()).isTrue();
        assertThat(plan.from()).contains("1.0.0");
        assertThat(plan.sql()).extracting(each -> each.script()).containsExactly("002-more");
        assertThat(plan.changes()).extracting(each -> each.what()).contains("definition");
        assertThat(platform.database.migrations().applied("alfa")).containsExactly("001-base");
        assertThat(platform.bundlesOf("alfa")).hasSize(1);

        Operation outcome = platform.kernel().operations.apply(plan.hash());
        assertThat(outcome.ok()).isTrue();
        assertThat(outcome.steps())
                .extracting(Step::id)
                .isEqualTo(plan.steps().stream().map(Step::id).toList());
        assertThat(platform.database.migrations().applied("alfa")).containsExactly("001-base", "002-more");
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

        assertThat(platform.kernel().operations.rollback("alfa").ok()).isTrue();
        assertThat(platform.installed("alfa").orElseThrow().revision()).isEqualTo(first);
        assertThat(platform.installed("alfa").orElseThrow().previousRevision()).contains(second.revision());
        assertThat(gateway.held).isEmpty();
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
            assertThat(platform.kernel().operations.rollback("alfa").ok()).isTrue();
            return check.check();
        });

        assertThat(platform.installed("alfa").orElseThrow().descriptor().version())
                .isEqualTo("1.0.0");
    }

    @Test
    void theSameFileAgainDoesNothing() {
        SampleJar jar = SampleJar.module("alfa", "1.0.0");
        Path file = jar.write(platform.folder);
        platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash());

        Operation again = platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash());

        assertThat(again.ok()).isTrue();
        assertThat(again.steps()).hasSize(1);
        assertThat(platform.kernel().history.list(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void aPlanIsOutdatedWhenTheWorldHasChanged() {
        Plan plan = platform.kernel()
                .operations
                .plan(SampleJar.module("alfa", "1.0.0").write(platform.folder));
        platform.install(SampleJar.module("beta", "1.0.0"));

        assertThatThrownBy(() -> platform.kernel().operations.apply(plan.hash()))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo("plan-outdated");
                    assertThat(problem.status()).isEqualTo(409);
                });
        assertThat(platform.installed("alfa")).isEmpty();
    }

    @Test
    void aPlanIsFoundAgainAfterARestart() throws Exception {
        Plan plan = platform.kernel()
                .operations
                .plan(SampleJar.module("alfa", "1.0.0").write(platform.folder));
        platform.restart();

        assertThat(platform.kernel().operations.apply(plan.hash()).ok()).isTrue();
    }

    @Test
    void anUninstalledModuleKeepsItsDataUntilTheyArePurged() {
        platform.install(withTable("alfa", "1.0.0"));

        Operation kept = platform.kernel().operations.uninstall("alfa", DataMode.KEEP);
        assertThat(kept.ok()).isTrue();
        assertThat(platform.installed("alfa").orElseThrow().state()).isEqualTo(State.KEPT);
        assertThat(platform.database.migrations().applied("alfa")).containsExactly("001-base");
        assertThat(platform.bundlesOf("alfa")).isEmpty();
        assertThat(gateway.routes).isEmpty();
        assertThat(gateway.open).isEmpty();

        assertThat(platform.install(withTable("alfa", "1.0.0")).kind()).isEqualTo("install");
        assertThat(platform.kernel()
                        .operations
                        .uninstall("alfa", DataMode.PURGE)
                        .ok())
                .isTrue();
        assertThat(platform.installed("alfa")).isEmpty();
        assertThat(platform.database.migrations().applied("alfa")).isEmpty();
        assertThatThrownBy(() -> platform.kernel().operations.uninstall("alfa", DataMode.PURGE))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("not-found");
    }

    @Test
    void anUninstallationThatFailsLeavesTheModuleLive() {
        platform.install(
                SampleJar.module("alfa", "1.0.0").component(Background.class, Runnable.class.getName(), whileLive()));

        platform.contribution.failing = true;

        Operation outcome = platform.kernel().operations.uninstall("alfa", DataMode.PURGE);
        platform.contribution.failing = false;

        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.failure().orElseThrow().en()).contains("definitions are broken");
        assertThat(platform.installed("alfa").orElseThrow().state()).isEqualTo(State.LIVE);
        assertThat(gateway.routes).containsKey("alfa");
        assertThat(works("alfa")).isTrue();
        assertThat(platform.kernel().history.list(Optional.of("alfa"), 1)).containsExactly(outcome);
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

    @Test
    void theRegistryIsTheTruthAtBoot() throws Exception {
        platform.install(SampleJar.module("alfa", "1.0.0"));
        platform.install(SampleJar.module("beta", "1.0.0"));
        platform.framework
                .context()
                .installBundle(
                        "module:stray/1.0.0-abc",
                        Files.newInputStream(SampleJar.module("stray", "1.0.0").write(platform.folder)));

        platform.restart();
        FakeGateway second = platform.gateway();

        assertThat(platform.kernel().installed.list())
                .extracting(Installed::state)
                .containsExactly(State.LIVE, State.LIVE);
        assertThat(platform.bundlesOf("stray")).isEmpty();
        assertThat(second.routes).containsOnlyKeys("alfa", "beta");
        assertThat(second.held).isEmpty();
    }

    @Test
    void aMissingFileMakesItsModuleDormantAndHindersNobody() throws Exception {
        SampleJar alfa = SampleJar.module("alfa", "1.0.0");
        Path file = alfa.write(platform.folder);
        platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash());
        try (Stream<Path> stored = Files.list(folder.resolve("modules"))) {
            for (Path each : stored.toList()) {
                Files.writeString(each, "damaged");
            }
        }
        platform.install(SampleJar.module("beta", "1.0.0"));
        platform.install(SampleJar.moduleNeeding("gamma", "1.0.0", "alfa"));
        platform.restart();

        Installed dormant = platform.installed("alfa").orElseThrow();
        assertThat(dormant.state()).isEqualTo(State.DORMANT);
        assertThat(dormant.reason().orElseThrow().en()).contains("damaged").contains("Install the same file again");
        assertThat(platform.installed("beta").orElseThrow().state()).isEqualTo(State.LIVE);
        assertThat(platform.installed("gamma")
                        .orElseThrow()
                        .reason()
                        .orElseThrow()
                        .en())
                .contains("waits for alfa");

        platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash());
        assertThat(platform.kernel().installed.list())
                .extracting(Installed::state)
                .containsOnly(State.LIVE);
    }

    @Test
    void modulesRunWithoutAGatewayAndAreRoutedWhenItComes() throws Exception {
        platform.kernel().kernel.gatewayGone(gateway);
        assertThat(platform.install(SampleJar.module("alfa", "1.0.0")).ok()).isTrue();
        assertThat(platform.install(SampleJar.module("alfa", "2.0.0")).ok()).isTrue();

        FakeGateway next = platform.gateway();

        assertThat(next.routeOf("alfa").revision)
                .isEqualTo(platform.installed("alfa").orElseThrow().revision());
        assertThat(next.open).hasSize(1);
    }

    private boolean works(String module) {
        return platform.kernel()
                .liveModules
                .with(module, Runnable.class, each -> true, each -> true)
                .orElse(false);
    }

    private Optional<String> answer() {
        return platform.kernel()
                .liveModules
                .with("consumer", Supplier.class, each -> true, each -> String.valueOf(each.get()));
    }

    private static SampleJar withTable(String id, String version) {
        return SampleJar.module(id, version)
                .script("001-base", "CREATE TABLE things (id INTEGER)", "DROP TABLE things");
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

    private static String whileLive() {
        return "<reference name=\"live\" interface=\"org.osgi.service.condition.Condition\""
                + " target=\"(osgi.condition.id=module.live)\"/>";
    }
}
