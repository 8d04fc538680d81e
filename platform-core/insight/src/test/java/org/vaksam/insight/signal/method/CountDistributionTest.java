package org.vaksam.insight.signal.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The figures are those of scipy.stats 1 (poisson.sf, nbinom.sf, ppf, false_discovery_control). */
final class CountDistributionTest {
    private static final Percentage EXACTLY = Percentage.withPercentage(1e-7);

    @Test
    void tailsAreThoseOfThePublishedDistributions() {
        assertThat(new CountDistribution(2.5, 2.5).atLeast(10)).isCloseTo(0.0002773520946208362, EXACTLY);
        assertThat(new CountDistribution(2.5, 4).atLeast(10)).isCloseTo(0.005284258441049839, EXACTLY);
        assertThat(new CountDistribution(0.02, 0.03).atLeast(3)).isCloseTo(0.0006950310264469108, EXACTLY);
        assertThat(new CountDistribution(40, 90).atLeast(80)).isCloseTo(0.0002546649723349279, EXACTLY);
        assertThat(new CountDistribution(40, 90).atLeast(20)).isCloseTo(0.9934913013408891, EXACTLY);
        assertThat(new CountDistribution(3, 3).atLeast(0)).isEqualTo(1);
    }

    @Test
    void quantilesToo() {
        assertThat(new CountDistribution(2.5, 2.5).quantile(0.975)).isEqualTo(6);
        assertThat(new CountDistribution(40, 90).quantile(0.975)).isEqualTo(60);
        assertThat(new CountDistribution(40, 90).quantile(0.025)).isEqualTo(23);
    }

    @Test
    void manyAndFewAreNoTrouble() {
        assertThat(new CountDistribution(50_000, 90_000).atLeast(51_000)).isBetween(1e-5, 1e-2);
        assertThat(new CountDistribution(1e-6, 1.1e-6).atLeast(3)).isBetween(0.0, 1e-8);
        assertThat(new CountDistribution(50_000, 90_000).quantile(0.5)).isCloseTo(50_000, within(50));
    }

    @Test
    void falseDiscoveriesAreControlledAsPublished() {
        double[] adjusted = FalseDiscovery.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, 0.5}, p -> 5 * p);
        assertThat(adjusted).containsExactly(new double[] {0.025, 0.05, 0.05, 0.025, 0.5}, within(1e-12));
        assertThat(FalseDiscovery.adjusted(new double[0], p -> p)).isEmpty();
    }

    @Test
    void whatCanHardlyHappenHardlyCounts() {
        var chance = new ChanceOfTests(3, 1.1);
        for (int i = 0; i < 1_000; i++) {
            chance.add(0.01);
        }
        assertThat(chance.applyAsDouble(0.01)).isLessThan(0.1);
        double before = chance.applyAsDouble(0.01);
        chance.add(1_000);
        assertThat(chance.applyAsDouble(0.01) - before).isCloseTo(0.01, within(1e-12));
    }
}
