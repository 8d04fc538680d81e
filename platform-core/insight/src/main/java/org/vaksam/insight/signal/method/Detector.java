package org.vaksam.insight.signal.method;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Looks at every series of some records in windows of seven days, today, yesterday, and 28 days. Only what happened
 * {@value #FEWEST} times or more is tested, but all that could have been is counted when chance is judged.
 */
public final class Detector {
    /** How much chance is accepted among what is called a signal. */
    public static final double RATE = 0.05;

    /** Fewer records are never a signal. */
    public static final int FEWEST = 3;

    private static final int MONTH = 28;
    private static final int[][] WINDOWS = {{0, Baseline.BLOCK}, {0, 1}, {1, 2}, {0, MONTH}};
    private static final int CHART_WEEKS = 26;
    private static final int MOST_SERIES = 5_000;
    private static final double LEAST_RATIO = 1.25;

    private final LocalDate today;
    private final SeriesTable table;
    private final List<Series> candidates;
    private final History history;
    private final Models models;

    private Detector(Cases cases, LocalDate today) {
        this.today = today;
        this.table = SeriesTable.of(cases, MONTH);
        this.candidates = candidates();
        this.history = new History(cases, table, new HashSet<>(candidates));
        this.models = new Models(history, today);
    }

    /** What is more than expected, the least likely first. */
    public static Findings detect(Cases cases, LocalDate today) {
        return new Detector(cases, today).run();
    }

    private Findings run() {
        var chance = new ChanceOfTests(FEWEST, Baseline.USUAL_DISPERSION);
        int tested = 0;
        for (int slot = 0; slot < table.size(); slot++) {
            int blocks = history.blocksOf(table.series(slot));
            if (blocks >= Baseline.GUARD + Baseline.FEWEST_BLOCKS) {
                tested++;
                double daily = (double) table.records(slot) / (blocks * Baseline.BLOCK);
                for (int[] window : WINDOWS) {
                    chance.add(daily * (window[1] - window[0]));
                }
            }
        }
        List<Excess> found = candidates.stream()
                .flatMap(series -> tests(series).stream())
                .filter(excess -> excess.probability() <= RATE)
                .toList();
        double[] rates = FalseDiscovery.adjusted(
                found.stream().mapToDouble(Excess::probability).toArray(), chance);
        Map<Series, Excess> best = new HashMap<>();
        for (int i = 0; i < rates.length; i++) {
            Excess excess = found.get(i).withRate(rates[i]);
            if (rates[i] <= RATE && excess.observed() >= excess.expected().mean() * LEAST_RATIO) {
                best.merge(excess.series(), excess, (a, b) -> a.probability() <= b.probability() ? a : b);
            }
        }
        List<Excess> told = new Finest(history).of(best.values());
        return new Findings(told.stream().map(this::withWeeks).toList(), tested, table.size() - tested);
    }

    private List<Series> candidates() {
        return IntStream.range(0, table.size())
                .filter(slot -> table.recent(slot) >= FEWEST)
                .boxed()
                .sorted(Comparator.comparingInt((Integer slot) -> -table.recent(slot)))
                .limit(MOST_SERIES)
                .map(table::series)
                .toList();
    }

    private List<Excess> tests(Series series) {
        return models.of(series).map(baseline -> tests(series, baseline)).orElse(List.of());
    }

    private List<Excess> tests(Series series, Baseline baseline) {
        List<Excess> found = new ArrayList<>();
        for (int[] window : WINDOWS) {
            int observed = history.count(series, window[0], window[1]);
            if (observed >= FEWEST) {
                LocalDate from = today.minusDays(window[1] - 1L);
                LocalDate to = today.minusDays(window[0]);
                Expectation expected = baseline.expect(from, to, models.days(series));
                double growth = Math.expm1(baseline.shape().growth());
                found.add(new Excess(
                        series, from, to, observed, expected, expected.probability(observed), 1, growth, 0, List.of()));
            }
        }
        double most = found.stream().mapToDouble(Excess::surplus).max().orElse(0);
        return found.stream().map(excess -> excess.withMost(most)).toList();
    }

    /** With the last half year by weeks, for a chart. */
    private Excess withWeeks(Excess excess) {
        Series series = excess.series();
        Baseline baseline = models.of(series).orElseThrow();
        int[] blocks = history.blocks(series);
        List<Excess.Week> weeks = new ArrayList<>();
        for (int i = Math.min(CHART_WEEKS, blocks.length) - 1; i >= 0; i--) {
            LocalDate to = today.minusDays((long) i * Baseline.BLOCK);
            Expectation expected = baseline.expect(to.minusDays(Baseline.BLOCK - 1L), to, models.days(series));
            weeks.add(new Excess.Week(to, blocks[i], expected.mean()));
        }
        return excess.withWeeks(weeks);
    }
}
