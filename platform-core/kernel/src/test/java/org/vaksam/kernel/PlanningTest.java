package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
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

        Operation outcome = platform.kernel().operations.apply(plan.hash());
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
}
