package org.vaksam.kernel.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Foreign code comes back in time, or is called back. */
@Timeout(20)
class TimeLimitTest {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    @AfterEach
    void stop() {
        clock.shutdownNow();
    }

    private TimeLimit limit(Duration limit) {
        return new TimeLimit(limit, clock);
    }

    @Test
    void whatComesInTimeIsReturnedOrThrown() {
        assertThat(limit(Duration.ofSeconds(10)).run(() -> "well")).contains("well");
        assertThatThrownBy(() -> limit(Duration.ofSeconds(10)).run(() -> {
                    throw new IllegalStateException("ill");
                }))
                .hasMessage("ill");
    }

    @Test
    void whoeverTakesTooLongIsInterruptedAndNotBelieved() {
        var answer = limit(Duration.ofMillis(50)).run(() -> {
            try {
                new CountDownLatch(1).await();
                return "never";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "well";
            }
        });

        assertThat(answer).isEmpty();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void afterwardsNobodyIsInterrupted() throws Exception {
        assertThat(limit(Duration.ofMillis(20)).run(() -> "well")).contains("well");
        clock.schedule(() -> {}, 60, TimeUnit.MILLISECONDS).get();
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
}
