package org.vaksam.insight.signal.method;

import java.util.Arrays;

/** The series that there are: how much of each happened lately, and since when there is anything. Open addressing, no deletion. */
final class SeriesTable {
    private static final int FIRST_SIZE = 1 << 10;
    private static final Family[] FAMILIES = Family.values();

    private long[] keys = new long[FIRST_SIZE];
    private int[] slots = new int[FIRST_SIZE];
    private long[] series = new long[FIRST_SIZE / 2];
    private int[] recent = new int[FIRST_SIZE / 2];
    private int[] oldest = new int[FIRST_SIZE / 2];
    private int[] records = new int[FIRST_SIZE / 2];
    private int size;

    /** Of these records; recent ones are younger than so many days. */
    static SeriesTable of(Cases cases, int days) {
        var table = new SeriesTable();
        for (int row = 0; row < cases.size(); row++) {
            int age = cases.get(row, Cases.AGE);
            for (Family family : FAMILIES) {
                long key = Series.of(cases, row, family);
                if (key != 0) {
                    int slot = table.slotFor(key);
                    table.recent[slot] += age < days ? 1 : 0;
                    table.records[slot]++;
                    table.oldest[slot] = Math.max(table.oldest[slot], age);
                }
            }
        }
        return table;
    }

    int size() {
        return size;
    }

    Series series(int slot) {
        return Series.unpack(series[slot]);
    }

    int recent(int slot) {
        return recent[slot];
    }

    /** How many records the series has in all. */
    int records(int slot) {
        return records[slot];
    }

    /** How many days ago the first record of the series was; -1 when there is none. */
    int oldest(long key) {
        int slot = slot(key);
        return slot < 0 ? -1 : oldest[slot];
    }

    /** The slot of a series; -1 when there is none. */
    int slot(long key) {
        int at = place(key, keys);
        return keys[at] == 0 ? -1 : slots[at];
    }

    private int slotFor(long key) {
        int at = place(key, keys);
        if (keys[at] != 0) {
            return slots[at];
        }
        if (size == series.length) {
            grow();
            at = place(key, keys);
        }
        keys[at] = key;
        slots[at] = size;
        series[size] = key;
        return size++;
    }

    private void grow() {
        int larger = keys.length * 2;
        var newKeys = new long[larger];
        var newSlots = new int[larger];
        for (int slot = 0; slot < size; slot++) {
            int at = place(series[slot], newKeys);
            newKeys[at] = series[slot];
            newSlots[at] = slot;
        }
        keys = newKeys;
        slots = newSlots;
        series = Arrays.copyOf(series, larger / 2);
        recent = Arrays.copyOf(recent, larger / 2);
        oldest = Arrays.copyOf(oldest, larger / 2);
        records = Arrays.copyOf(records, larger / 2);
    }

    private static int place(long key, long[] keys) {
        int at = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }
}
