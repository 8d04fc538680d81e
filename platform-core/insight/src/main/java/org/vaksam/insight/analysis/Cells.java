package org.vaksam.insight.analysis;

import java.util.Arrays;
import java.util.function.LongConsumer;

/** Counts and sums by cell; a cell is a number made of the numbers of its keys. One for each thread, merged at the end. */
abstract class Cells {
    /** Records by slot. */
    int[] counts;

    /** Sums by source of values and slot. */
    final long[][] sums;

    /** Records with a value, by source and slot. */
    final int[][] present;

    /** All values of the first sources, as many as are kept. */
    final ValueList[] values;

    Cells(int slots, int sources, int kept) {
        counts = new int[slots];
        sums = new long[sources][slots];
        present = new int[sources][slots];
        values = new ValueList[kept];
        Arrays.setAll(values, source -> new ValueList());
    }

    /** The slot of a cell, made when it is new. */
    abstract int slot(long cell);

    /** Visits every cell that has a record. */
    abstract void forEach(LongConsumer visitor);

    /** How many cells have a record. */
    abstract int size();

    /** Takes in one value of a record in this slot. */
    final void add(int source, int slot, long value) {
        sums[source][slot] = Math.addExact(sums[source][slot], value);
        present[source][slot]++;
        if (source < values.length) {
            values[source].add(slot, value);
        }
    }

    final void add(Cells other) {
        int[] slotOf = values.length == 0 ? new int[0] : new int[other.counts.length];
        other.forEach(cell -> {
            int from = other.slot(cell);
            int to = slot(cell);
            counts[to] += other.counts[from];
            for (int source = 0; source < sums.length; source++) {
                sums[source][to] = Math.addExact(sums[source][to], other.sums[source][from]);
                present[source][to] += other.present[source][from];
            }
            if (slotOf.length > 0) {
                slotOf[from] = to;
            }
        });
        for (int source = 0; source < values.length; source++) {
            values[source].addAll(other.values[source], slotOf);
        }
    }
}
