package org.vaksam.insight.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The follower reads many entries at a time, unless somebody waits for one. */
final class ProgressTest {
    private static final Duration LONG = Duration.ofMinutes(5);
    private final Progress progress = new Progress(3);

    @Test
    void newsEndTheRestOfAnIdleFollower() throws Exception {
        progress.wake();
        progress.rest(LONG);
        assertThat(progress.wanted()).isFalse();
    }

    @Test
    void newsDoNotEndThePauseBetweenTwoBatches() throws Exception {
        progress.wake();
        long start = System.nanoTime();
        progress.restUnlessWanted(Duration.ofMillis(60));
        assertThat(System.nanoTime() - start).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
    }

    @Test
    void whoWaitsEndsThePauseAndIsToldWhenItIsIn() throws Exception {
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
            try {
                return progress.await(4, LONG);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        progress.restUnlessWanted(LONG);
        assertThat(progress.wanted()).isTrue();
        progress.nowVisible(4);
        assertThat(waiting.get(1, TimeUnit.MINUTES)).isTrue();
        assertThat(progress.wanted()).isFalse();
    }
}
