package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a series was like before, and so what is expected of it now. After Noufaily, Enki, Farrington, Garthwaite, Andrews and
 * Charlett 2013, An improved algorithm for outbreak detection in multiple surveillance systems, Statistics in Medicine
 * 32:1206-1222: a quasi-Poisson regression over blocks of seven days with trend and season, past outbreaks weighted down by
 * their Anscombe residuals, and a negative binomial for what is seen next. Differences, and why, are in docs/signals.md.
 */
public final class Baseline {
    /** Days in a block. */
    public static final int BLOCK = 7;

    /** The newest blocks are not part of it: what begins must not hide itself. */
    public static final int GUARD = 4;

    /** Fewer blocks are no history. */
    public static final int FEWEST_BLOCKS = 26;

    /** Variance divided by mean of what says little of it by itself. */
    static final double USUAL_DISPERSION = 1.1;

    private static final int BLOCKS_FOR_SEASON = 78;
    private static final double COUNT_FOR_OWN_SHAPE = 40;
    private static final double PRIOR = 0.3;
    private static final double OUTLIER = 2.58;
    private static final int REWEIGHTINGS = 3;
    private static final double LEAST_LEVEL = 0.5;
    private static final double USUAL_DISPERSION_WEIGHT = 20;

    private final LogLinear model;
    private final double dispersion;
    private final Shape given;
    private final LocalDate last;
    private final int terms;

    private Baseline(LogLinear model, double dispersion, Shape given, LocalDate last, int terms) {
        this.model = model;
        this.dispersion = dispersion;
        this.given = given;
        this.last = last;
        this.terms = terms;
    }

    /**
     * Of a series; empty when it is too short.
     *
     * @param last   last day of block 0
     * @param counts of blocks, the newest first; as many as there is history
     * @param days   what a day weighs
     * @param given  growth and season of what the series is a part of: a small one has no better of its own
     */
    public static Optional<Baseline> of(LocalDate last, int[] counts, DayWeights days, Shape given) {
        int size = counts.length - GUARD;
        if (size < FEWEST_BLOCKS) {
            return Optional.empty();
        }
        var happened = new double[size];
        var exposures = new double[size];
        for (int i = 0; i < size; i++) {
            LocalDate end = last.minusDays((long) BLOCK * (i + GUARD));
            happened[i] = counts[i + GUARD];
            exposures[i] = days.of(end.minusDays(BLOCK - 1L), end) * given.factor(middle(end), last);
        }
        int terms = terms(Arrays.stream(happened).sum(), size);
        return Optional.of(fitted(last, happened, exposures, given, terms));
    }

    /** What is expected from this day to that. */
    public Expectation expect(LocalDate from, LocalDate to, DayWeights days) {
        double mean = 0;
        var gradient = new double[terms];
        for (LocalDate start = from; !start.isAfter(to); start = start.plusDays(BLOCK)) {
            LocalDate full = start.plusDays(BLOCK - 1L);
            LocalDate end = full.isAfter(to) ? to : full;
            LocalDate middle = start.plusDays((end.toEpochDay() - start.toEpochDay()) / 2);
            double exposure = days.of(start, end) * given.factor(middle, last);
            double[] row = row(middle, last, terms);
            double part = model.mean(row, exposure);
            mean += part;
            for (int a = 0; a < terms; a++) {
                gradient[a] += part * row[a];
            }
        }
        return new Expectation(mean, dispersion * (mean + model.variance(gradient)));
    }

    /** Growth and season, to be given to smaller series. */
    public Shape shape() {
        double[] own = Arrays.copyOf(model.coefficients(), 4);
        return new Shape(given.growth() + own[1], given.cosine() + own[2], given.sine() + own[3]);
    }

    private static int terms(double count, int blocks) {
        if (count < COUNT_FOR_OWN_SHAPE) {
            return 1;
        }
        return blocks < BLOCKS_FOR_SEASON ? 2 : 4;
    }

    private static Baseline fitted(LocalDate last, double[] happened, double[] exposures, Shape given, int terms) {
        int size = happened.length;
        var rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = row(middle(last.minusDays((long) BLOCK * (i + GUARD))), last, terms);
        }
        // half a record more, spread evenly: what never happened is not impossible
        double exposure = Arrays.stream(exposures).sum();
        var counts = new double[size];
        for (int i = 0; i < size; i++) {
            counts[i] = happened[i] + LEAST_LEVEL * exposures[i] / exposure;
        }
        var weights = new double[size];
        Arrays.fill(weights, 1);
        LogLinear model = LogLinear.fit(counts, rows, exposures, weights, PRIOR);
        double dispersion = dispersion(model, counts, rows, exposures, weights);
        for (int i = 0; i < REWEIGHTINGS; i++) {
            weights = weights(model, dispersion, counts, rows, exposures);
            model = LogLinear.fit(counts, rows, exposures, weights, PRIOR);
            dispersion = dispersion(model, counts, rows, exposures, weights);
        }
        return new Baseline(model, dispersion, given, last, terms);
    }

    /** Pearson's, not below 1; few counts say little of it, so that some is always assumed. */
    private static double dispersion(
            LogLinear model, double[] counts, double[][] rows, double[] exposures, double[] weights) {
        double sum = USUAL_DISPERSION * USUAL_DISPERSION_WEIGHT;
        for (int i = 0; i < counts.length; i++) {
            double mean = model.mean(rows[i], exposures[i]);
            sum += weights[i] * (counts[i] - mean) * (counts[i] - mean) / mean;
        }
        return Math.max(1, sum / (counts.length - rows[0].length + USUAL_DISPERSION_WEIGHT));
    }

    /** Noufaily and others 2013, 3.4: what is further out than this counts by the inverse of the square of its residual. */
    private static double[] weights(
            LogLinear model, double dispersion, double[] counts, double[][] rows, double[] exposures) {
        var weights = new double[counts.length];
        for (int i = 0; i < counts.length; i++) {
            double mean = model.mean(rows[i], exposures[i]);
            double residual = 1.5
                    * (Math.pow(counts[i], 2.0 / 3) * Math.pow(mean, -1.0 / 6) - Math.sqrt(mean))
                    / Math.sqrt(dispersion);
            weights[i] = residual > OUTLIER ? 1 / (residual * residual) : 1;
        }
        double scale = weights.length / Arrays.stream(weights).sum();
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale;
        }
        return weights;
    }

    private static double[] row(LocalDate middle, LocalDate last, int terms) {
        return Arrays.copyOf(Shape.terms(middle, last), terms);
    }

    private static LocalDate middle(LocalDate end) {
        return end.minusDays(BLOCK / 2);
    }
}
