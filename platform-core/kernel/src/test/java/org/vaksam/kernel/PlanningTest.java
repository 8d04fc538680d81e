package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.sample.Background;
import org.vaksam.spi.kernel.Contribution.Change;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.Plan;
import org.vaksam.spi.kernel.Modules.Step;
import org.vaksam.testkit.SampleJar;

/** What a plan says happens; a plan for another world does not. */
class PlanningTest extends PlatformTest {
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

        Operation outcome = platform.kernel().operations.apply(plan.hash(), false);
        assertThat(outcome.ok()).isTrue();
        assertThat(outcome.steps())
                .extracting(Step::id)
                .isEqualTo(plan.steps().stream().map(Step::id).toList());
        assertThat(platform.database.migrations().applied("alfa")).containsExactly("001-base", "002-more");
    }

    @Test
    void theSameFileAgainDoesNothing() {
        SampleJar jar = SampleJar.module("alfa", "1.0.0");
        Path file = jar.write(platform.folder);
        platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash(), false);

        Operation again = platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(file).hash(), false);

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

        assertThatThrownBy(() -> platform.kernel().operations.apply(plan.hash(), false))
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

        assertThat(platform.kernel().operations.apply(plan.hash(), false).ok()).isTrue();
    }

    @Test
    void aScriptThatTakesSomethingAwayIsWarnedOf() {
        platform.install(withTable("alfa", "1.0.0"));

        Plan plan = plan(
                withTable("alfa", "1.1.0").script("002-less", "DROP TABLE things", "CREATE TABLE things (id INTEGER)"));

        assertThat(plan.possible()).isTrue();
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.en()).contains("002-less", "no way back");
            assertThat(warning.sv()).contains("002-less", "gå tillbaka");
        });
        assertThat(plan(withTable("alfa", "1.2.0")).warnings()).isEmpty();
    }

    @Test
    void aReferenceThatNobodySatisfiesIsSeenBeforeAnythingStarts() {
        Plan plan = plan(SampleJar.module("alfa", "1.0.0")
                .component(
                        Background.class,
                        Runnable.class.getName(),
                        "<reference name=\"missing\" interface=\"org.nowhere.Service\" target=\"(kind=big)\"/>"));

        assertThat(plan.possible()).isFalse();
        assertThat(plan.problems().get(0).en())
                .contains(
                        "needs the service org.nowhere.Service (kind=big), which nobody offers", "Install the module");
        assertThat(plan(SampleJar.module("alfa", "1.0.0")
                                .component(
                                        Background.class,
                                        Runnable.class.getName(),
                                        "<reference name=\"own\" interface=\"java.lang.Runnable\" cardinality=\"0..n\"/>"))
                        .possible())
                .isTrue();
    }

    @Test
    void aLongPauseMustBeAgreedTo() throws Exception {
        platform.restartWithPauseBudget(Duration.ZERO);
        platform.install(withTable("alfa", "1.0.0"));
        Plan plan = plan(withTable("alfa", "1.1.0")
                .script(
                        "002-rows",
                        "INSERT INTO things SELECT 1 FROM sys.syscolumns a, sys.systables b",
                        "DELETE FROM things"));

        assertThat(plan.pause().isLong()).isTrue();
        assertThatThrownBy(() -> platform.kernel().operations.apply(plan.hash(), false))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("pause-too-long"));
        assertThat(platform.kernel().operations.apply(plan.hash(), true).ok()).isTrue();
        platform.restartWithPauseBudget(Duration.ofSeconds(3));
    }

    @Test
    void theHistoryNamesThePlanThatWasCarriedOut() {
        Plan plan = plan(withTable("alfa", "1.0.0"));

        platform.kernel().operations.apply(plan.hash(), false);

        assertThat(platform.kernel().history.list(Optional.of("alfa"), 1).get(0).plan())
                .contains(plan.hash());
    }

    @Test
    void whatThePlanHasNotShownIsNotDone() {
        platform.contribution.changes = List.of(new Change("added", "role", "alfa:one", Text.same("One")));
        Plan plan = plan(withTable("alfa", "1.0.0"));
        platform.contribution.changes = List.of(new Change("added", "role", "alfa:two", Text.same("Two")));

        Operation outcome = platform.kernel().operations.apply(plan.hash(), false);

        assertThat(outcome.ok()).isFalse();
        assertThat(outcome.failure().orElseThrow().en())
                .contains("not those that the plan has shown", "Make a new plan");
        assertThat(platform.installed("alfa")).isEmpty();
    }

    private Plan plan(SampleJar jar) {
        return platform.kernel().operations.plan(jar.write(platform.folder));
    }
}
