package org.vaksam.insight.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;

/** A counted cross table with its cells in the order of their keys. */
final class CubeTable {
    private final List<Dimension> dimensions;
    private final List<ValueSource> sources;
    private final Spread[] spreads;
    private final int[][] numbers;
    private final String[][] keys;
    private final int[] slots;
    private final Cells cells;
    private final Map<Integer, long[]> rows = new HashMap<>();
    private final long all;

    private CubeTable(
            List<Dimension> dimensions,
            List<ValueSource> sources,
            int[][] numbers,
            String[][] keys,
            int[] slots,
            Cells cells) {
        this.dimensions = dimensions;
        this.sources = sources;
        this.numbers = numbers;
        this.keys = keys;
        this.slots = slots;
        this.cells = cells;
        this.spreads = Arrays.stream(cells.values)
                .map(values -> Spread.of(cells.counts.length, values))
                .toArray(Spread[]::new);
        this.all = Arrays.stream(slots).mapToLong(slot -> cells.counts[slot]).sum();
    }

    static CubeTable of(
            List<Dimension> dimensions,
            List<Ordinals.Keys> keys,
            long[] strides,
            List<ValueSource> sources,
            Cells cells) {
        var present = new boolean[dimensions.size()][];
        for (int i = 0; i < present.length; i++) {
            present[i] = new boolean[(int) (strides[i + 1] / strides[i])];
        }
        cells.forEach(cell -> {
            for (int i = 0; i < present.length; i++) {
                present[i][number(cell, strides, i)] = true;
            }
        });
        var ranked = new Ranks[present.length];
        for (int i = 0; i < present.length; i++) {
            ranked[i] = Ranks.of(dimensions.get(i), keys.get(i), present[i]);
        }
        return sorted(dimensions, sources, ranked, strides, cells);
    }

    private static CubeTable sorted(
            List<Dimension> dimensions, List<ValueSource> sources, Ranks[] ranks, long[] strides, Cells cells) {
        var order = new long[cells.size()];
        var filled = new int[] {0};
        cells.forEach(cell -> {
            long rank = 0;
            for (int i = 0; i < ranks.length; i++) {
                rank = rank * ranks[i].keys.length + ranks[i].rankOf[number(cell, strides, i)];
            }
            order[filled[0]++] = rank;
        });
        Arrays.sort(order);
        var numbers = new int[ranks.length][order.length];
        var slots = new int[order.length];
        for (int at = 0; at < order.length; at++) {
            long rank = order[at];
            long cell = 0;
            for (int i = ranks.length - 1; i >= 0; i--) {
                int own = (int) (rank % ranks[i].keys.length);
                rank /= ranks[i].keys.length;
                numbers[i][at] = own;
                cell += ranks[i].numberOf[own] * strides[i];
            }
            slots[at] = cells.slot(cell);
        }
        return new CubeTable(
                dimensions,
                sources,
                numbers,
                Arrays.stream(ranks).map(rank -> rank.keys).toArray(String[][]::new),
                slots,
                cells);
    }

    int size() {
        return slots.length;
    }

    /** The keys of a dimension that occur, in order. */
    List<String> keys(int dimension) {
        return List.of(keys[dimension]);
    }

    /** Which of the dimension's keys a cell has. */
    int key(int dimension, int cell) {
        return numbers[dimension][cell];
    }

    int count(int cell) {
        return cells.counts[slots[cell]];
    }

    /** What a measure has in a cell; empty for the mean, the median or a share of nothing. */
    Optional<BigDecimal> value(Measure measure, int cell) {
        return switch (measure.kind()) {
            case COUNT -> Optional.of(BigDecimal.valueOf(count(cell)));
            case SHARE -> Measure.share(count(cell), whole(measure.of(), cell));
            case SUM -> Optional.of(Measure.plain(sum(measure, cell)));
            case MEAN -> mean(measure, cell);
            case PERCENTILE ->
                spreads[source(measure)].percentile(
                        slots[cell],
                        measure.percent(),
                        sources.get(source(measure)).decimals());
        };
    }

    private Optional<BigDecimal> mean(Measure measure, int cell) {
        int present = cells.present[source(measure)][slots[cell]];
        BigDecimal sum = sum(measure, cell);
        return present == 0
                ? Optional.empty()
                : Optional.of(
                        Measure.plain(sum.divide(BigDecimal.valueOf(present), sum.scale(), RoundingMode.HALF_UP)));
    }

    private BigDecimal sum(Measure measure, int cell) {
        int source = source(measure);
        return BigDecimal.valueOf(
                cells.sums[source][slots[cell]], sources.get(source).decimals());
    }

    private int source(Measure measure) {
        return sources.indexOf(measure.source().orElseThrow());
    }

    /** What a share is a share of: all records, or those that have the cell's key in this dimension. */
    private long whole(String of, int cell) {
        for (int i = 0; i < dimensions.size(); i++) {
            if (dimensions.get(i).id().equals(of)) {
                return rows.computeIfAbsent(i, this::rowTotals)[numbers[i][cell]];
            }
        }
        return all;
    }

    private long[] rowTotals(int dimension) {
        var totals = new long[keys[dimension].length];
        for (int cell = 0; cell < slots.length; cell++) {
            totals[numbers[dimension][cell]] += count(cell);
        }
        return totals;
    }

    /** How many records are in all cells. */
    long total() {
        return all;
    }

    private static int number(long cell, long[] strides, int dimension) {
        return (int) (cell % strides[dimension + 1] / strides[dimension]);
    }

    /** The present keys of a dimension in order: numbers to ranks and back. */
    private record Ranks(String[] keys, int[] rankOf, int[] numberOf) {
        static Ranks of(Dimension dimension, Ordinals.Keys keys, boolean[] present) {
            int[] numberOf = IntStream.range(0, present.length)
                    .filter(number -> present[number])
                    .boxed()
                    .sorted(Comparator.comparing(keys::key, KeyOrder.of(dimension)))
                    .mapToInt(Integer::intValue)
                    .toArray();
            var rankOf = new int[present.length];
            for (int rank = 0; rank < numberOf.length; rank++) {
                rankOf[numberOf[rank]] = rank;
            }
            String[] sorted = Arrays.stream(numberOf).mapToObj(keys::key).toArray(String[]::new);
            return new Ranks(sorted, rankOf, numberOf);
        }
    }

    /** How keys of a dimension follow each other; {@code none} is last. */
    static final class KeyOrder {
        private KeyOrder() {}

        static Comparator<String> of(Dimension dimension) {
            Comparator<String> noneLast = Comparator.comparing(IndexSchema.NONE::equals);
            return switch (dimension.order()) {
                case TEXT -> noneLast.thenComparing(Comparator.naturalOrder());
                case NUMBER -> noneLast.thenComparing(key -> IndexSchema.NONE.equals(key) ? 0 : Integer.parseInt(key));
            };
        }
    }
}
