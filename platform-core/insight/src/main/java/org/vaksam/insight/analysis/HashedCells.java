package org.vaksam.insight.analysis;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Slots only for cells that occur: open addressing, at most half full. */
final class HashedCells extends Cells {
    private static final int START = 1 << 12;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final int FREE = -1;

    private final int limit;
    private long[] cells = new long[START / 2];
    private int[] table = free(START);
    private int size;

    /** At most {@code limit} cells; one more is a problem for the person who asked. */
    HashedCells(int limit, int sources, int kept) {
        super(START / 2, sources, kept);
        this.limit = limit;
    }

    @Override
    int slot(long cell) {
        int at = place(cell);
        int slot = table[at];
        if (slot != FREE) {
            return slot;
        }
        if (size == limit) {
            throw TooManyCells.problem(limit);
        }
        if (size == cells.length) {
            grow();
            at = place(cell);
        }
        cells[size] = cell;
        table[at] = size;
        return size++;
    }

    @Override
    void forEach(LongConsumer visitor) {
        for (int slot = 0; slot < size; slot++) {
            visitor.accept(cells[slot]);
        }
    }

    @Override
    int size() {
        return size;
    }

    private int place(long cell) {
        int mask = table.length - 1;
        int at = (int) ((cell * SPREAD) >>> Integer.SIZE) & mask;
        while (table[at] != FREE && cells[table[at]] != cell) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int slots = cells.length * 2;
        cells = Arrays.copyOf(cells, slots);
        counts = Arrays.copyOf(counts, slots);
        for (int source = 0; source < sums.length; source++) {
            sums[source] = Arrays.copyOf(sums[source], slots);
            present[source] = Arrays.copyOf(present[source], slots);
        }
        table = free(slots * 2);
        for (int slot = 0; slot < size; slot++) {
            table[place(cells[slot])] = slot;
        }
    }

    private static int[] free(int length) {
        var table = new int[length];
        Arrays.fill(table, FREE);
        return table;
    }
}
