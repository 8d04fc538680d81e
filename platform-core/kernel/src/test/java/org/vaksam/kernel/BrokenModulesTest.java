package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.sample.Background;
import org.vaksam.kernel.sample.Resource;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.testkit.SampleJar;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.broken.BrokenFiles;
import org.vaksam.testkit.broken.BrokenModule;
import org.vaksam.testkit.broken.BrokenModule.Stage;
import org.vaksam.testkit.broken.BrokenModules;
import org.vaksam.testkit.broken.Stuck;

/** Every broken module is explained, with the next step, and leaves everything as it was. */
class BrokenModulesTest {
    private static SamplePlatform platform;
    private FakeGateway gateway = new FakeGateway();
    private String live = "";

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        platform = new SamplePlatform(folder, TestDatabase.derby(folder));
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    @BeforeEach
    void installTheGoodOne() throws Exception {
        gateway = platform.gateway();
        platform.install(BrokenModules.good("1.0.0"));
        live = platform.installed("alfa").orElseThrow().revision();
    }

    @AfterEach
    void clear() {
        gateway.refusing = false;
        platform.clear();
    }

    static Stream<BrokenModule> broken() {
        return Stream.concat(BrokenFiles.all(), BrokenModules.all());
    }

    @ParameterizedTest
    @MethodSource
    void broken(BrokenModule broken, @TempDir Path folder) throws Exception {
        Plan plan = platform.kernel().operations.plan(broken.write(folder));

        if (broken.stage() == Stage.PLAN) {
            assertThat(plan.possible()).isFalse();
            assertThat(plan.problems()).containsExactly(broken.words());
        } else {
            assertThat(plan.problems()).isEmpty();
            Operation outcome = platform.kernel().operations.apply(plan.hash(), false);
            assertThat(outcome.ok()).isFalse();
            assertThat(outcome.failure()).contains(broken.words());
            assertThat(platform.kernel().history.list(Optional.of(BrokenModules.ID), 1))
                    .containsExactly(outcome);
        }
        assertEverythingIsAsItWas();
    }

    @Test
    void numbersOfAnotherModuleAreRefused() {
        String thing = "\"records\": [{\"id\": \"thing\", \"path\": \"things\", \"number\": \"THG\","
                + " \"title\": {\"sv\": \"Sak\", \"en\": \"Thing\"}, \"titles\": {\"sv\": \"Saker\", \"en\": \"Things\"}}]";
        platform.install(SampleJar.module("beta", "1.0.0")
                .entry("META-INF/vaksam/module.json", SampleJar.descriptor("beta", "1.0.0", thing)));
        Plan plan = platform.kernel()
                .operations
                .plan(better().entry("META-INF/vaksam/module.json", SampleJar.descriptor("alfa", "2.0.0", thing))
                        .write(platform.folder));

        assertThat(plan.problems())
                .containsExactly(new Text(
                        "Nummer som börjar med THG ges redan av modulen beta. Välj en annan bokstavskod under records i"
                                + " module.json.",
                        "Numbers that start with THG are given by the module beta already. Choose another prefix under"
                                + " records in module.json."));
        platform.kernel().operations.uninstall("beta", DataMode.PURGE);
        assertEverythingIsAsItWas();
    }

    @Test
    void aHealthCheckThatHangsIsExplained() {
        Operation outcome =
                platform.install(better().header("Import-Package", "org.vaksam.api.health,org.vaksam.api.text")
                        .component(Stuck.class, HealthCheck.class.getName(), ""));

        assertThat(outcome.failure().orElseThrow().en())
                .contains("A health check has not answered within 2 seconds", "Remove the cause and plan again");
        assertEverythingIsAsItWas();
    }

    @Test
    void aResourceWithoutPermissionIsRefused() {
        gateway.refusing = true;
        Operation outcome = platform.install(better().component(
                        Resource.class,
                        Resource.class.getName(),
                        "<property name=\"osgi.jakartars.resource\" value=\"true\"/>"));

        assertThat(outcome.failure().orElseThrow().en()).contains("A resource has no permission");
        assertEverythingIsAsItWas();
    }

    @Test
    void definitionsThatAreRefusedUndoTheMigrationToo() {
        Plan plan = platform.kernel()
                .operations
                .plan(better().script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more")
                        .write(platform.folder));
        platform.contribution.failing = true;
        Operation outcome = platform.kernel().operations.apply(plan.hash(), false);
        platform.contribution.failing = false;

        assertThat(outcome.failure().orElseThrow().en()).contains("definitions are broken");
        assertEverythingIsAsItWas();
    }

    @Test
    void aRollbackIsThereAfterABadUpdate() {
        platform.install(better().component(Background.class, Runnable.class.getName(), ""));

        assertThat(platform.kernel()
                        .operations
                        .rollback("alfa", Optional.empty())
                        .ok())
                .isTrue();
        assertEverythingIsAsItWas();
    }

    private void assertEverythingIsAsItWas() {
        Installed now = platform.installed("alfa").orElseThrow();
        assertThat(now.state()).isEqualTo(State.LIVE);
        assertThat(now.revision()).isEqualTo(live);
        assertThat(gateway.routeOf("alfa").revision).isEqualTo(live);
        assertThat(gateway.open).hasSize(1);
        assertThat(gateway.held).isEmpty();
        assertThat(platform.bundlesOf("alfa")).hasSize(1);
        assertThat(platform.database.migrations().applied("alfa")).containsExactly("001-base");
    }

    private static SampleJar better() {
        return BrokenModules.good("2.0.0");
    }
}
