package org.vaksam.insight.analysis;

import java.util.function.LongConsumer;

/** Counts and sums by cell; a cell is a number made of the numbers of its keys. One for each thread, merged at the end. */
abstract class Cells {
    /** Records by slot. */
    int[] counts;

    /** Sums by measure and slot. */
    final long[][] sums;

    /** Records with a value, by measure and slot. */
    final int[][] present;

    Cells(int slots, int measures) {
        counts = new int[slots];
        sums = new long[measures][slots];
        present = new int[measures][slots];
    }

    /** The slot of a cell, made when it is new. */
    abstract int slot(long cell);

    /** Visits every cell that has a record. */
    abstract void forEach(LongConsumer visitor);

    /** How many cells have a record. */
    abstract int size();

    final void add(Cells other) {
        other.forEach(cell -> {
            int from = other.slot(cell);
            int to = slot(cell);
            counts[to] += other.counts[from];
            for (int measure = 0; measure < sums.length; measure++) {
                sums[measure][to] += other.sums[measure][from];
                present[measure][to] += other.present[measure][from];
            }
        });
    }
}
