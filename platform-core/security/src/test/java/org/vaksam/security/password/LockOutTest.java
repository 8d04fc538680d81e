package org.vaksam.security.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;
import org.vaksam.testkit.HandClock;

class LockOutTest {
    private static final List<String> KEYS = List.of("account anna", "address 192.0.2.7");

    private final HandClock clock = new HandClock("2026-11-22T15:04:05Z");
    private final LockOut lockOut = new LockOut(clock);

    @Test
    void fourFailuresAreFree() {
        fail(4);

        assertThatCode(() -> lockOut.check(KEYS)).doesNotThrowAnyException();
    }

    @Test
    void theFifthPausesForFiveSecondsAndEachFurtherOneTwiceAsLong() {
        fail(5);
        assertPause(5);
        clock.advance(Duration.ofSeconds(5));
        lockOut.check(KEYS);
        fail(1);
        assertPause(10);
    }

    @Test
    void pausesEndAtAQuarterOfAnHour() {
        fail(100);

        assertPause(900);
    }

    @Test
    void aClockThatJumpsBackKeepsNobodyOutAndForgivesNobody() {
        clock.advance(Duration.ofDays(3650));
        fail(4);
        clock.advance(Duration.ofDays(-3650));
        lockOut.check(KEYS);
        fail(1);
        clock.advance(Duration.ofDays(-3650));
        assertPause(5);
        clock.advance(Duration.ofSeconds(5));
        lockOut.check(KEYS);
    }

    @Test
    void eitherKeyIsEnough() {
        fail(5);

        assertThatThrownBy(() -> lockOut.check(List.of("account anna", "address 192.0.2.8")))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> lockOut.check(List.of("account bo", "address 192.0.2.7")))
                .isInstanceOf(Problem.class);
        lockOut.check(List.of("account bo", "address 192.0.2.8"));
    }

    @Test
    void aSuccessForgivesEverything() {
        fail(4);
        lockOut.succeeded(KEYS);
        fail(4);

        assertThatCode(() -> lockOut.check(KEYS)).doesNotThrowAnyException();
    }

    @Test
    void halfAnHourWithoutFailuresForgivesEverything() {
        fail(4);
        clock.advance(Duration.ofMinutes(31));
        fail(4);

        assertThatCode(() -> lockOut.check(KEYS)).doesNotThrowAnyException();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            lockOut.failed(KEYS);
        }
    }

    private void assertPause(long seconds) {
        assertThatThrownBy(() -> lockOut.check(KEYS)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status()).isEqualTo(429);
            assertThat(problem.extras()).containsEntry("retryAfter", seconds);
        });
    }
}
