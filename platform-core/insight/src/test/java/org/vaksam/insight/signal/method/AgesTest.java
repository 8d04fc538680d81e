package org.vaksam.insight.signal.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is open for longer than usual. */
final class AgesTest {
    @Test
    void asManyAsUsualAreNotMany() {
        Ages ages = handled();
        for (int day = 0; day < 40; day++) {
            ages.addOpen(day % 12);
        }
        assertThat(ages.old().isMany()).isFalse();
        assertThat(ages.old().days()).isBetween(8, 12);
    }

    @Test
    void aBacklogIsMany() {
        Ages ages = handled();
        for (int i = 0; i < 15; i++) {
            ages.addOpen(30 + i);
        }
        Ages.Old old = ages.old();
        assertThat(old.old()).isEqualTo(15);
        assertThat(old.isMany()).isTrue();
        assertThat(old.probability()).isLessThan(1e-6);
    }

    @Test
    void fewClosedSayNothing() {
        var ages = new Ages();
        assertThat(ages.isKnown()).isFalse();
        for (int i = 0; i < Ages.FEWEST_CLOSED; i++) {
            ages.addClosed(3, 800);
        }
        assertThat(ages.isKnown()).as("what was closed long ago").isFalse();
    }

    /** One a day for two years, each open for about five days. */
    private static Ages handled() {
        var random = new Random(1);
        var ages = new Ages();
        for (int day = 0; day < 700; day++) {
            ages.addClosed(-5 * Math.log(1 - random.nextDouble()), day);
        }
        return ages;
    }
}
