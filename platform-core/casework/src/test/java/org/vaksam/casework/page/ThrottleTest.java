package org.vaksam.casework.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.testkit.HandClock;

class ThrottleTest {
    private final HandClock clock = new HandClock("2026-11-23T08:00:00Z");
    private final Throttle throttle = new Throttle(clock, 3, Duration.ofSeconds(10), 2);

    @Test
    void letsSoManyThroughAtOnceAndOneMoreAfterEachPause() {
        for (int i = 0; i < 3; i++) {
            throttle.take("a");
        }
        assertThatThrownBy(() -> throttle.take("a")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.extras()).containsEntry("retryAfter", 10L);
        });
        throttle.take("b");
        clock.advance(Duration.ofSeconds(10));
        throttle.take("a");
        assertThatThrownBy(() -> throttle.take("a")).isInstanceOf(Problem.class);
    }

    @Test
    void aClockThatJumpsBackKeepsNobodyOut() {
        clock.advance(Duration.ofDays(3650));
        for (int i = 0; i < 3; i++) {
            throttle.take("a");
        }
        clock.advance(Duration.ofDays(-3650));
        assertThatThrownBy(() -> throttle.take("a")).isInstanceOf(Problem.class);
        clock.advance(Duration.ofSeconds(10));
        throttle.take("a");
    }

    @Test
    void whatIsGivenBackDoesNotCount() {
        for (int i = 0; i < 20; i++) {
            throttle.take("a");
            throttle.giveBack("a");
        }
        throttle.take("a");
    }

    @Test
    void remembersABoundedNumberOfKeys() {
        for (int i = 0; i < 3; i++) {
            throttle.take("a");
        }
        throttle.take("b");
        throttle.take("c");
        throttle.take("a");
    }
}
