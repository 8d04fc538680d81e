package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.kernel.sample.Background;
import org.vaksam.spi.kernel.Modules.DataMode;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.testkit.SampleJar;

/** Modules go, with or without their data. */
class UninstallationTest extends PlatformTest {
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
    void whatWasRolledBackAndUninstalledCanBeInstalledAgain() {
        platform.install(withTable("alfa", "1.0.0"));
        platform.install(
                withTable("alfa", "1.1.0").script("002-more", "CREATE TABLE more (id INTEGER)", "DROP TABLE more"));
        platform.kernel().operations.rollback("alfa", Optional.empty());
        platform.kernel().operations.uninstall("alfa", DataMode.KEEP);

        assertThat(platform.install(withTable("alfa", "1.0.0")).ok()).isTrue();
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
}
