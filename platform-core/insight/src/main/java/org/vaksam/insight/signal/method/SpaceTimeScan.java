package org.vaksam.insight.signal.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Finds hot spots: the space-time permutation scan statistic (Kulldorff, Heffernan, Hartman, Assunção and Mostashari 2005, PLoS
 * Medicine 2(3):e59) with squares instead of circles. It needs no population: where much always happens is no hot spot, nor is a
 * day on which much happens everywhere, nor a reporting that grows everywhere. How unlikely something is comes from records
 * whose days are shuffled; below what so few shuffles can tell, from a Gumbel distribution fitted to them (Abrams, Kleinman and
 * Kulldorff 2010, International Journal of Health Geographics 9:61). The same records give the same answer.
 */
public final class SpaceTimeScan {
    /** Hot spots are at most this likely to be chance, anywhere on the map. */
    public static final double LEVEL = 0.01;

    private static final int[] WINDOWS = {1, 3, 7, 14};
    private static final int LONGEST = WINDOWS[WINDOWS.length - 1];
    private static final int REACHES = 3;
    private static final int SHUFFLES = 99;
    private static final int FEWEST = 4;
    private static final int MOST_SPOTS = 5;
    private static final int MOST_SQUARES = 3_000;
    private static final double EULER = 0.5772156649;

    private final int[] squareOf;
    private final int[] ages;
    private final int squares;
    private final int[][][] around;
    private final int[][] inZone;
    private final Grid grid;
    private final int size;

    private SpaceTimeScan(Grid grid, int size, int[] ages) {
        this.grid = grid;
        this.size = size;
        this.ages = ages;
        squareOf = grid.squareOf();
        squares = grid.size();
        around = new int[REACHES][squares][];
        inZone = new int[REACHES][squares];
        var counts = new int[squares];
        for (int square : squareOf) {
            counts[square]++;
        }
        for (int reach = 0; reach < REACHES; reach++) {
            for (int square = 0; square < squares; square++) {
                around[reach][square] = grid.around(square, reach);
                inZone[reach][square] = Arrays.stream(around[reach][square])
                        .map(each -> counts[each])
                        .sum();
            }
        }
    }

    /** Hot spots that do not overlap, the least likely first. */
    public static List<HotSpot> scan(Spots spots) {
        if (spots.size() < FEWEST) {
            return List.of();
        }
        Spots coarser = spots;
        var grid = new Grid(spots);
        int size = 1;
        while (grid.size() > MOST_SQUARES) {
            coarser = coarser.coarser();
            grid = new Grid(coarser);
            size *= 2;
        }
        return new SpaceTimeScan(grid, size, coarser.ages()).run();
    }

    /** Something in a zone and a window, by how much likelier it is with a rate of its own. */
    private record Found(int square, int reach, int days, int observed, double expected, double ratio) {}

    private List<HotSpot> run() {
        List<Found> found = new ArrayList<>();
        double largest = look(ages, found);
        if (largest <= 0) {
            return List.of();
        }
        var random = new SplittableRandom(ages.length);
        int[] shuffled = ages.clone();
        var maxima = new double[SHUFFLES];
        for (int i = 0; i < SHUFFLES; i++) {
            shuffle(shuffled, random);
            maxima[i] = look(shuffled, new ArrayList<>());
        }
        found.sort(Comparator.comparingDouble(Found::ratio).reversed());
        return apart(found, maxima);
    }

    private List<HotSpot> apart(List<Found> found, double[] maxima) {
        List<HotSpot> told = new ArrayList<>();
        for (Found each : found) {
            double probability = probability(each.ratio(), maxima);
            if (probability > LEVEL || told.size() == MOST_SPOTS) {
                break;
            }
            var spot = new HotSpot(
                    grid.row(each.square()),
                    grid.column(each.square()),
                    each.reach(),
                    size,
                    each.days(),
                    each.observed(),
                    each.expected(),
                    probability);
            if (told.stream().noneMatch(spot::touches)) {
                told.add(spot);
            }
        }
        return told;
    }

    /** Adds what is more than expected and answers the largest logarithm of a likelihood ratio. */
    private double look(int[] days, List<Found> found) {
        var upTo = new int[WINDOWS.length][squares];
        var all = new int[WINDOWS.length];
        for (int i = 0; i < days.length; i++) {
            if (days[i] < LONGEST) {
                for (int window = 0; window < WINDOWS.length; window++) {
                    if (days[i] < WINDOWS[window]) {
                        upTo[window][squareOf[i]]++;
                        all[window]++;
                    }
                }
            }
        }
        double largest = 0;
        for (int reach = 0; reach < REACHES; reach++) {
            for (int square = 0; square < squares; square++) {
                for (int window = 0; window < WINDOWS.length; window++) {
                    int observed = sum(upTo[window], around[reach][square]);
                    double expected = (double) inZone[reach][square] * all[window] / days.length;
                    if (observed >= FEWEST && observed > expected && inZone[reach][square] * 2 <= days.length) {
                        double ratio = logRatio(observed, expected, days.length);
                        largest = Math.max(largest, ratio);
                        found.add(new Found(square, reach, WINDOWS[window], observed, expected, ratio));
                    }
                }
            }
        }
        return largest;
    }

    private static int sum(int[] counts, int[] squares) {
        int sum = 0;
        for (int square : squares) {
            sum += counts[square];
        }
        return sum;
    }

    private static double logRatio(int observed, double expected, int all) {
        double inside = observed * Math.log(observed / expected);
        int rest = all - observed;
        return rest == 0 ? inside : inside + rest * Math.log(rest / (all - expected));
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = values[i];
            values[i] = values[other];
            values[other] = kept;
        }
    }

    private static double probability(double ratio, double[] maxima) {
        long asLarge = Arrays.stream(maxima).filter(max -> max >= ratio).count();
        if (asLarge > 0) {
            return (asLarge + 1.0) / (maxima.length + 1);
        }
        double mean = Arrays.stream(maxima).average().orElse(0);
        double variance =
                Arrays.stream(maxima).map(max -> (max - mean) * (max - mean)).sum() / (maxima.length - 1);
        double scale = Math.sqrt(6 * variance) / Math.PI;
        double gumbel = scale == 0 ? 0 : -Math.expm1(-Math.exp(-(ratio - mean + EULER * scale) / scale));
        return Math.min(gumbel, 1.0 / (maxima.length + 1));
    }
}
