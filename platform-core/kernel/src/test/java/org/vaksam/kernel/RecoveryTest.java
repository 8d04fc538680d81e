package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.kernel.Modules.Installed;
import org.vaksam.spi.kernel.Modules.State;
import org.vaksam.testkit.SampleJar;

/** After a start everything is as the registry says. */
class RecoveryTest extends PlatformTest {
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
                .apply(platform.kernel().operations.plan(file).hash(), false);
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
                .apply(platform.kernel().operations.plan(file).hash(), false);
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
}
