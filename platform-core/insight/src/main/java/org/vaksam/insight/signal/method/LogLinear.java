package org.vaksam.insight.signal.method;

/**
 * A log-linear regression of counts by iteratively reweighted least squares (McCullagh and Nelder 1989, Generalized Linear
 * Models, 2.5) with a weak normal prior on all terms but the first, so that it has one solution whatever the counts are.
 *
 * @param coefficients of the terms
 * @param covariance   of the coefficients where the dispersion is 1
 */
record LogLinear(double[] coefficients, double[][] covariance) {
    private static final int ITERATIONS = 30;
    private static final double LARGEST_STEP = 2;
    private static final double EXACT = 1e-8;

    /**
     * Fits.
     *
     * @param terms     by observation; the first is 1 everywhere
     * @param exposures what each observation is expected to be multiplied by
     * @param weights   how much each observation counts
     * @param prior     standard deviation of the coefficients but the first around 0
     */
    static LogLinear fit(double[] counts, double[][] terms, double[] exposures, double[] weights, double prior) {
        int size = terms[0].length;
        var coefficients = new double[size];
        coefficients[0] = Math.log(sum(counts, weights) / sum(exposures, weights));
        double[][] covariance = new double[size][size];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            var gradient = new double[size];
            var information = new double[size][size];
            for (int i = 0; i < counts.length; i++) {
                double mean = exposures[i] * Math.exp(product(coefficients, terms[i]));
                for (int a = 0; a < size; a++) {
                    gradient[a] += weights[i] * (counts[i] - mean) * terms[i][a];
                    for (int b = 0; b < size; b++) {
                        information[a][b] += weights[i] * mean * terms[i][a] * terms[i][b];
                    }
                }
            }
            for (int a = 1; a < size; a++) {
                gradient[a] -= coefficients[a] / (prior * prior);
                information[a][a] += 1 / (prior * prior);
            }
            covariance = inverse(information);
            double largest = 0;
            for (int a = 0; a < size; a++) {
                double step = clamp(product(covariance[a], gradient));
                coefficients[a] += step;
                largest = Math.max(largest, Math.abs(step));
            }
            if (largest < EXACT) {
                break;
            }
        }
        return new LogLinear(coefficients, covariance);
    }

    /** What is expected of an observation with these terms. */
    double mean(double[] terms, double exposure) {
        return exposure * Math.exp(product(coefficients, terms));
    }

    /** The variance of a linear combination of the coefficients. */
    double variance(double[] combination) {
        double sum = 0;
        for (int a = 0; a < combination.length; a++) {
            sum += combination[a] * product(covariance[a], combination);
        }
        return sum;
    }

    private static double clamp(double step) {
        return Math.max(-LARGEST_STEP, Math.min(LARGEST_STEP, step));
    }

    private static double sum(double[] values, double[] weights) {
        return product(values, weights);
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Of a positive definite matrix, by Gauss and Jordan. */
    private static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        var left = new double[size][];
        var right = new double[size][size];
        for (int i = 0; i < size; i++) {
            left[i] = matrix[i].clone();
            right[i][i] = 1;
        }
        for (int pivot = 0; pivot < size; pivot++) {
            double scale = Math.max(left[pivot][pivot], Double.MIN_NORMAL);
            for (int column = 0; column < size; column++) {
                left[pivot][column] /= scale;
                right[pivot][column] /= scale;
            }
            for (int row = 0; row < size; row++) {
                double factor = left[row][pivot];
                if (row != pivot && factor != 0) {
                    for (int column = 0; column < size; column++) {
                        left[row][column] -= factor * left[pivot][column];
                        right[row][column] -= factor * right[pivot][column];
                    }
                }
            }
        }
        return right;
    }
}
