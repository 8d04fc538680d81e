package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.kernel.sample.Background;
import org.vaksam.spi.accounting.Limits;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.testkit.SampleJar;

/** What a module is allowed outlives its revisions and the process, and goes with its data. */
class LimitsTest extends PlatformTest {
    private static final Limits SOME = new Limits(Optional.of(4), Optional.empty());

    @Test
    void limitsHoldAtOnceAndAfterUpdateAndRestart() throws Exception {
        platform.install(SampleJar.module("alfa", "1.0.0"));
        platform.kernel().limits.limit("alfa", SOME);
        assertThat(platform.accounting.limits("alfa")).isEqualTo(SOME);
        assertThat(platform.journal)
                .filteredOn(entry -> entry.action().equals("module.limited"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.data()).isEqualTo(Map.of("concurrentRequests", 4)));

        platform.install(SampleJar.module("alfa", "1.1.0"));
        platform.accounting.limit("alfa", Limits.NONE);
        platform.restart();

        assertThat(platform.accounting.limits("alfa")).isEqualTo(SOME);
    }

    @Test
    void limitsStayWithTheDataAndGoWithThem() throws Exception {
        platform.install(SampleJar.module("alfa", "1.0.0"));
        platform.kernel().limits.limit("alfa", SOME);

        platform.kernel().operations.uninstall("alfa", DataMode.KEEP);
        assertThat(platform.accounting.limits("alfa")).isEqualTo(SOME);

        platform.contribution.failing = true;
        platform.kernel().operations.uninstall("alfa", DataMode.PURGE);
        platform.contribution.failing = false;
        assertThat(platform.accounting.limits("alfa")).as("undone").isEqualTo(SOME);

        platform.kernel().operations.uninstall("alfa", DataMode.PURGE);
        assertThat(platform.accounting.limits("alfa")).isEqualTo(Limits.NONE);
        platform.restart();
        assertThat(platform.accounting.limits("alfa")).isEqualTo(Limits.NONE);
    }

    @Test
    void aLimitIsChangedAndTakenAway() throws Exception {
        platform.install(SampleJar.module("alfa", "1.0.0"));
        platform.kernel().limits.limit("alfa", SOME);
        platform.kernel().limits.limit("alfa", new Limits(Optional.empty(), Optional.of(30)));
        platform.kernel().limits.limit("alfa", Limits.NONE);
        assertThat(platform.accounting.limits("alfa")).isEqualTo(Limits.NONE);
        platform.restart();
        assertThat(platform.accounting.limits("alfa")).isEqualTo(Limits.NONE);
    }

    @Test
    void whatIsDoneWithAServiceOfAModuleIsOnItsAccount() {
        platform.install(
                SampleJar.module("alfa", "1.0.0").component(Background.class, Runnable.class.getName(), whileLive()));

        platform.kernel().liveModules.with("alfa", Runnable.class, each -> true, each -> platform.database
                .database()
                .read(sql -> sql.number("SELECT count(*) FROM module_registry")));

        assertThat(platform.accounting.lines())
                .filteredOn(line -> line.module().equals("alfa"))
                .singleElement()
                .satisfies(line -> assertThat(line.statements()).isEqualTo(1));
    }

    @Test
    void onlyModulesHaveLimits() {
        assertThatThrownBy(() -> platform.kernel().limits.limit("nobody", SOME))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }
}
