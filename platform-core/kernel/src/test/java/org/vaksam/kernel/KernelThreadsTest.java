package org.vaksam.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The kernel's threads do not wait for each other. */
class KernelThreadsTest {
    @Test
    void aHealthCheckThatHangsKeepsNoOtherWaiting() throws Exception {
        var threads = new KernelThreads();
        var never = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try {
            threads.health(() -> {
                try {
                    never.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            threads.health(asked::countDown);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.stop();
        }
    }
}
