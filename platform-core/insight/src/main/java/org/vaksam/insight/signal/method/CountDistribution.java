package org.vaksam.insight.signal.method;

/**
 * How a count varies: negative binomial by its mean and variance, Poisson where the variance is not larger than the mean.
 *
 * @param mean     above 0
 * @param variance of the count
 */
public record CountDistribution(double mean, double variance) {
    private static final double NEGLIGIBLE = 1e-17;
    private static final int LARGEST = 10_000_000;

    /** The probability of so many or more. */
    public double atLeast(int count) {
        if (count <= 0) {
            return 1;
        }
        return count > mean ? upper(count) : Math.max(0, 1 - below(count));
    }

    /** The smallest count that is not exceeded with at least this probability. */
    public int quantile(double probability) {
        double logTerm = logOfNone();
        double sum = Math.exp(logTerm);
        int count = 0;
        while (sum < probability && count < LARGEST) {
            logTerm += Math.log(ratio(count));
            sum += Math.exp(logTerm);
            count++;
            if (count > mean && Math.exp(logTerm) < NEGLIGIBLE) {
                return count;
            }
        }
        return count;
    }

    /** Summed from the tail itself: 1 minus the rest would lose all digits of what is very unlikely. */
    private double upper(int count) {
        double logTerm = logOfNone();
        for (int k = 0; k < count; k++) {
            logTerm += Math.log(ratio(k));
        }
        double term = Math.exp(logTerm);
        double sum = 0;
        for (int k = count; term > sum * NEGLIGIBLE && k < LARGEST; k++) {
            sum += term;
            term *= ratio(k);
        }
        return Math.min(1, sum);
    }

    private double below(int count) {
        double logTerm = logOfNone();
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log(ratio(k));
        }
        return sum;
    }

    private boolean isPoisson() {
        return variance <= mean * (1 + 1e-9);
    }

    private double size() {
        return mean * mean / (variance - mean);
    }

    private double logOfNone() {
        return isPoisson() ? -mean : -size() * Math.log1p(mean / size());
    }

    /** The probability of one more, divided by that of this count. */
    private double ratio(int count) {
        if (isPoisson()) {
            return mean / (count + 1);
        }
        double size = size();
        return (count + size) / (count + 1) * (mean / (size + mean));
    }
}
