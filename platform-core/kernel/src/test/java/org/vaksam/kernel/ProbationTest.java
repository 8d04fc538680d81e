package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.vaksam.spi.kernel.Modules.Operation;
import org.vaksam.spi.web.GatewayMetrics;

/** An update that does badly in its first time is taken back by the platform itself. */
class ProbationTest extends PlatformTest {
    @Test
    void errorsTakeAnUpdateBackAndTheHistorySaysWhy() throws Exception {
        var metrics = new CountedRequests();
        platform.kernel().answers.use(metrics);
        metrics.errors = 40;
        platform.install(withTable("alfa", "1.0.0"));
        platform.install(withTable("alfa", "1.1.0"));

        var changed = new CountDownLatch(1);
        try (AutoCloseable listening = platform.kernel().listeners.add(changed::countDown)) {
            metrics.errors = 60;
            assertThat(changed.await(10, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(platform.installed("alfa").orElseThrow().descriptor().version())
                .isEqualTo("1.0.0");
        Operation last = platform.kernel().history.list(Optional.of("alfa"), 1).get(0);
        assertThat(last.kind()).isEqualTo("rollback");
        assertThat(last.steps().get(0).detail().en()).isEqualTo("20 of 60 requests to the new revision failed");
    }

    /** Forty requests before and a hundred in all, of which so many failed. */
    private static final class CountedRequests implements GatewayMetrics {
        volatile long errors;

        @Override
        public List<Line> lines() {
            return List.of(new Line("alfa", errors == 40 ? 40 : 100, errors, 0, 1, List.of(), 0, 0));
        }

        @Override
        public int streams() {
            return 0;
        }
    }
}
