package org.vaksam.insight.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.vaksam.insight.index.Ordinals;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.IndexSchema;

/** A counted cross table with its cells in the order of their keys. */
final class CubeTable {
    private final int[][] numbers;
    private final String[][] keys;
    private final int[] slots;
    private final Cells cells;

    private CubeTable(int[][] numbers, String[][] keys, int[] slots, Cells cells) {
        this.numbers = numbers;
        this.keys = keys;
        this.slots = slots;
        this.cells = cells;
    }

    static CubeTable of(
            List<Dimension> dimensions, List<Ordinals.Keys> keys, long[] strides, List<Measure> summed, Cells cells) {
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
        return sorted(ranked, strides, cells);
    }

    private static CubeTable sorted(Ranks[] ranks, long[] strides, Cells cells) {
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
                numbers, Arrays.stream(ranks).map(rank -> rank.keys).toArray(String[][]::new), slots, cells);
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

    long sum(int measure, int cell) {
        return cells.sums[measure][slots[cell]];
    }

    int present(int measure, int cell) {
        return cells.present[measure][slots[cell]];
    }

    /** How many records are in all cells. */
    long total() {
        return IntStream.range(0, slots.length).mapToLong(this::count).sum();
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
