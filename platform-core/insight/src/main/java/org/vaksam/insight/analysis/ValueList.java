package org.vaksam.insight.analysis;

import java.util.Arrays;

/** Values with the slots of their cells, as they come. */
final class ValueList {
    private static final int START = 1 << 10;
    private static final int MOST = 4_000_000;
    private int[] slots = new int[START];
    private long[] values = new long[START];
    private int size;

    void add(int slot, long value) {
        if (size == MOST) {
            throw TooManyCells.values(MOST);
        }
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        slots[size] = slot;
        values[size++] = value;
    }

    /** Takes the values of another table; {@code slotOf} tells which slot here one of there is. */
    void addAll(ValueList other, int[] slotOf) {
        for (int i = 0; i < other.size; i++) {
            add(slotOf[other.slots[i]], other.values[i]);
        }
    }

    int size() {
        return size;
    }

    int slot(int at) {
        return slots[at];
    }

    long value(int at) {
        return values[at];
    }
}
