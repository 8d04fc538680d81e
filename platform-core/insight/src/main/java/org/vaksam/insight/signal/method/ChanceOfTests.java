package org.vaksam.insight.signal.method;

import java.util.HashMap;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * All tests of counts, by how much is expected in each: how many of them chance alone makes as unlikely as something. Tests are
 * gathered by their expectation in classes, each taken for its upper end.
 */
final class ChanceOfTests implements DoubleUnaryOperator {
    private static final double SMALLEST = 1e-4;
    private static final double STEP = 1.25;
    private static final int CLASSES = 90;

    private static final double CONTINUOUS = 100;
    private static final double IMPOSSIBLE = 1e-15;

    private final int fewest;
    private final double dispersion;
    private final int[] tests = new int[CLASSES];
    private final Map<Integer, double[]> tails = new HashMap<>();

    /**
     * Of tests that say nothing below a count.
     *
     * @param dispersion variance divided by mean
     */
    ChanceOfTests(int fewest, double dispersion) {
        this.fewest = fewest;
        this.dispersion = dispersion;
    }

    void add(double expected) {
        double position = Math.ceil(Math.log(expected / SMALLEST) / Math.log(STEP));
        tests[(int) Math.max(0, Math.min(CLASSES - 1, position))]++;
    }

    @Override
    public double applyAsDouble(double probability) {
        double sum = 0;
        for (int i = 0; i < CLASSES; i++) {
            if (tests[i] > 0) {
                sum += tests[i] * attainable(i, probability);
            }
        }
        return sum;
    }

    /** The largest probability that a count can have and that is not above this one. */
    private double attainable(int ofClass, double probability) {
        double mean = SMALLEST * Math.pow(STEP, ofClass);
        if (mean > CONTINUOUS) {
            return probability;
        }
        for (double tail : tails.computeIfAbsent(ofClass, any -> tails(mean))) {
            if (tail <= probability) {
                return tail;
            }
        }
        return 0;
    }

    /** The probabilities of the fewest that say something or more, of one more than that or more, and so on. */
    private double[] tails(double mean) {
        var counts = new CountDistribution(mean, mean * dispersion);
        return IntStream.iterate(fewest, count -> count + 1)
                .mapToDouble(counts::atLeast)
                .takeWhile(tail -> tail > IMPOSSIBLE)
                .toArray();
    }
}
