package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.kernel.sample.Background;
import org.vaksam.kernel.sample.Explosive;
import org.vaksam.kernel.sample.Resource;
import org.vaksam.kernel.sample.Sick;
import org.vaksam.kernel.sample.Stuck;
import org.vaksam.kernel.sample.Well;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.testkit.TestDatabase;

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
        platform.install(good());
        live = platform.installed("alfa").orElseThrow().revision();
    }

    @AfterEach
    void clear() {
        gateway.refusing = false;
        platform.clear();
    }

    static Stream<Arguments> refusedInThePlan() {
        return Stream.of(
                Arguments.of(
                        better().header("Import-Package", "org.nowhere;version=\"[1.0,2.0)\""),
                        "lacks the package org.nowhere [1.0.0,2.0.0)",
                        "Install what is missing"),
                Arguments.of(
                        better().header("Import-Package", "org.vaksam.spi.kernel"),
                        "Import-Package: org.vaksam.spi.kernel",
                        "below org.vaksam.api only"),
                Arguments.of(
                        better().header("DynamicImport-Package", "*"),
                        "DynamicImport-Package: *",
                        "below org.vaksam.api only"),
                Arguments.of(better().header("Export-Package", "org.alfa"), "exports nothing", "api bundle of its own"),
                Arguments.of(better().header("Require-Bundle", "org.vaksam.api"), "Require-Bundle", "use services"),
                Arguments.of(
                        better().entry(
                                        "META-INF/vaksam/module.json",
                                        SampleJar.descriptor("alfa", "2.0.0", "\"needs\": [\"beta\"]")),
                        "needs beta, which is not live",
                        "Install beta first"),
                Arguments.of(
                        better().entry(
                                        "META-INF/vaksam/module.json",
                                        SampleJar.descriptor("alfa", "2.0.0", "\"needs\": []")
                                                .replace("[1.0,2)", "[2.0,3)")),
                        "made for platform [2.0,3); this is 1.0.0",
                        "Choose a version"),
                Arguments.of(
                        better().component(Well.class, HealthCheck.class.getName(), reference(Supplier.class)),
                        "Well needs the service java.util.function.Supplier, which nobody offers",
                        "Install the module that provides the service first"),
                Arguments.of(
                        better().script("002-more", "CREATE TABEL more (id INTEGER)", "DROP TABLE more"),
                        "002-more was stopped by the database",
                        "Correct the statement"),
                Arguments.of(SampleJar.module("alfa", "0.9.0"), "changed by 001-base", "Choose a newer version"));
    }

    @ParameterizedTest
    @MethodSource("refusedInThePlan")
    void thePlanSaysWhyNot(SampleJar broken, String cause, String next) {
        Plan plan = platform.kernel().operations.plan(broken.write(platform.folder));

        assertThat(plan.possible()).isFalse();
        assertThat(plan.problems())
                .anySatisfy(problem -> assertThat(problem.en()).contains(cause, next));
        assertEverythingIsAsItWas();
    }

    static Stream<Arguments> undone() {
        return Stream.of(
                Arguments.of(
                        better().header("Import-Package", "org.vaksam.api.health,org.vaksam.api.text")
                                .component(Sick.class, HealthCheck.class.getName(), ""),
                        "The card reader does not answer",
                        "Remove the cause and plan again"),
                Arguments.of(
                        better().component(Sick.class, HealthCheck.class.getName(), ""),
                        "A health check could not be activated",
                        "Remove the cause and plan again"),
                Arguments.of(
                        better().header("Import-Package", "org.vaksam.api.health,org.vaksam.api.text")
                                .component(Stuck.class, HealthCheck.class.getName(), ""),
                        "A health check has not answered within 2 seconds",
                        "Remove the cause and plan again"),
                Arguments.of(
                        better().component(
                                        Explosive.class,
                                        Explosive.class.getName(),
                                        "<property name=\"osgi.jakartars.resource\" value=\"true\"/>"),
                        "The REST resource org.vaksam.kernel.sample.Explosive could not be activated",
                        "correct the module and plan again"),
                Arguments.of(
                        better().header("Bundle-Activator", "org.nowhere.Activator"),
                        "The module does not start",
                        "Correct the module and plan again"));
    }

    @ParameterizedTest
    @MethodSource("undone")
    void whatFailsBeforeTheCommitIsUndone(SampleJar broken, String cause, String next) {
        Operation outcome =
                platform.install(broken.script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more"));

        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.failure().orElseThrow().en()).contains(cause, next);
        assertThat(platform.kernel().history.list(Optional.of("alfa"), 1)).containsExactly(outcome);
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
    void aFileThatIsNoModuleIsExplained() throws Exception {
        Path text = Files.writeString(platform.folder.resolve("letter.jar"), "Dear Sirs");
        Path other = SampleJar.bundle("something.else").write(platform.folder);

        assertThat(platform.kernel().operations.plan(text).problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.en()).contains("cannot be read as a jar", "again"));
        assertThat(platform.kernel().operations.plan(other).problems())
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.en()).contains("no module", "META-INF/vaksam/module.json is missing"));
        Files.delete(text);
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

    private static SampleJar good() {
        return SampleJar.module("alfa", "1.0.0")
                .script("001-base", "CREATE TABLE things (id INTEGER)", "DROP TABLE things");
    }

    private static SampleJar better() {
        return SampleJar.module("alfa", "2.0.0")
                .script("001-base", "CREATE TABLE things (id INTEGER)", "DROP TABLE things");
    }

    private static String reference(Class<?> type) {
        return "<reference name=\"wanted\" interface=\"" + type.getName() + "\"/>";
    }
}
