package org.vaksam.insight.analysis;

import java.util.function.LongConsumer;

/** One slot for every possible cell: when there are few. */
final class DenseCells extends Cells {
    DenseCells(int slots, int sources, int kept) {
        super(slots, sources, kept);
    }

    @Override
    int slot(long cell) {
        return (int) cell;
    }

    @Override
    void forEach(LongConsumer visitor) {
        for (int slot = 0; slot < counts.length; slot++) {
            if (counts[slot] > 0) {
                visitor.accept(slot);
            }
        }
    }

    @Override
    int size() {
        int size = 0;
        for (int count : counts) {
            size += count > 0 ? 1 : 0;
        }
        return size;
    }
}
