package org.vaksam.insight.signal.method;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/**
 * Control of the false discovery rate: among what is called a signal at level {@code q}, at most this share is expected to be
 * chance (Benjamini and Hochberg 1995, Journal of the Royal Statistical Society B 57:289-300). Counts of what is rare cannot be
 * just a little unlikely, so that many tests can hardly go wrong; they are counted for what they can (Heyse 2011, A false
 * discovery rate procedure for categorical data, in Recent Advances in Biostatistics, 43-58).
 */
public final class FalseDiscovery {
    private FalseDiscovery() {}

    /**
     * Adjusted probabilities, in the order of what was given.
     *
     * @param probabilities of the tests that were computed
     * @param chance        how many of all tests are expected to have this probability or a smaller one when there is nothing
     *                      but chance; with tests of something continuous, their number times the probability
     */
    public static double[] adjusted(double[] probabilities, DoubleUnaryOperator chance) {
        int[] descending = IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> probabilities[i])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        var adjusted = new double[probabilities.length];
        double smallest = 1;
        for (int i = 0; i < descending.length; i++) {
            int rank = probabilities.length - i;
            smallest = Math.min(smallest, chance.applyAsDouble(probabilities[descending[i]]) / rank);
            adjusted[descending[i]] = smallest;
        }
        return adjusted;
    }
}
