package org.vaksam.kernel.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.vaksam.api.health.Health.Status;

/** Looking at the health of modules never waits for them; whom it asks does not matter here. */
@NullUnmarked
class HealthMonitorTest {
    private final AtomicLong now = new AtomicLong();
    private final List<Runnable> asked = new ArrayList<>();
    private final HealthMonitor monitor = new HealthMonitor(null, asked::add, now::get);
    private final Revision hanging = new Revision(null, null);

    private void later(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos());
    }

    @Test
    void aCheckThatDoesNotComeBackIsIllnessAndNotAskedAgain() {
        assertThat(monitor.of(hanging).status()).isEqualTo(Status.OK);
        later(6);
        assertThat(monitor.of(hanging).status()).isEqualTo(Status.OK);
        later(6);
        assertThat(monitor.of(hanging).status()).isEqualTo(Status.CRITICAL);
        assertThat(monitor.of(hanging).message().en()).contains("does not answer");
        assertThat(asked).hasSize(1);
    }

    @Test
    void aRevisionThatHasEndedKeepsItsLastAnswer() {
        hanging.lease().retire();
        monitor.of(hanging);
        asked.get(0).run();
        later(60);
        assertThat(monitor.of(hanging).status()).isEqualTo(Status.OK);
    }
}
