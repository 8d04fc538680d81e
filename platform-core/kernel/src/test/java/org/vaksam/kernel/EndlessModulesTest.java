package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.testkit.TestDatabase;
import org.vaksam.testkit.broken.BrokenModule;
import org.vaksam.testkit.broken.BrokenModules;

/** A module that is never finished with starting is given up; nobody else notices. */
class EndlessModulesTest {
    private static SamplePlatform platform;
    private static FakeGateway gateway = new FakeGateway();

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        platform = new SamplePlatform(folder, TestDatabase.derby(folder));
        gateway = platform.gateway();
    }

    @AfterAll
    static void stop() throws Exception {
        platform.close();
    }

    static Stream<BrokenModule> endless() {
        return BrokenModules.endless();
    }

    @ParameterizedTest
    @MethodSource
    void endless(BrokenModule broken, @TempDir Path folder) throws Exception {
        platform.install(BrokenModules.good("1.0.0"));
        String live = platform.installed(BrokenModules.ID).orElseThrow().revision();

        Operation outcome = platform.kernel()
                .operations
                .apply(platform.kernel().operations.plan(broken.write(folder)).hash(), false);

        assertThat(outcome.failure()).contains(broken.words());
        Installed now = platform.installed(BrokenModules.ID).orElseThrow();
        assertThat(now.state()).isEqualTo(State.LIVE);
        assertThat(now.revision()).isEqualTo(live);
        assertThat(gateway.routeOf(BrokenModules.ID).revision).isEqualTo(live);
        assertThat(gateway.open).hasSize(1);
        assertThat(platform.database.migrations().applied(BrokenModules.ID)).containsExactly("001-base");
        assertThat(platform.install(BrokenModules.good("3.0.0")).ok()).isTrue();
        platform.clear();
    }
}
