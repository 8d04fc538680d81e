package org.vaksam.insight.signal.method;

/**
 * What was expected of a window, had everything gone on as before.
 *
 * @param mean     how many
 * @param variance of the count that would be seen, with what is not known of the mean
 */
public record Expectation(double mean, double variance) {
    private static final double TAIL = 0.025;

    /** The probability of so many or more. */
    public double probability(int observed) {
        return distribution().atLeast(observed);
    }

    /** The lower end of the interval that 95 of 100 counts are in. */
    public int lower() {
        return distribution().quantile(TAIL);
    }

    /** The upper end of it. */
    public int upper() {
        return distribution().quantile(1 - TAIL);
    }

    private CountDistribution distribution() {
        return new CountDistribution(mean, variance);
    }
}
