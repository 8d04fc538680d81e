package org.vaksam.insight.signal.method;

import java.util.Arrays;

/**
 * What happened, a row for each record: numbers for what it was and where, 0 for what is not said, and how many days ago. Made
 * by one thread at a time.
 */
public final class Cases {
    /** Days that are looked at: three years, the newest weeks, and a day for every leap year. */
    public static final int DAYS = 160 * Baseline.BLOCK;

    static final int COLUMNS = 6;
    static final int TYPE = 0;
    static final int KIND = 1;
    static final int PLACE = 2;
    static final int UNIT = 3;
    static final int ASSET = 4;
    static final int AGE = 5;

    private static final int FIRST_ROWS = 1024;

    private int[] cells = new int[FIRST_ROWS * COLUMNS];
    private int rows;

    /**
     * Adds a record.
     *
     * @param kind number of its kind; kinds of different types have different numbers, and all numbers are below 2²⁹
     * @param age  0 for today; what is older than {@link #DAYS} or lies ahead is left out
     */
    public void add(int type, int kind, int place, int unit, int asset, int age) {
        if (age < 0 || age >= DAYS) {
            return;
        }
        int at = rows * COLUMNS;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, cells.length * 2);
        }
        cells[at + TYPE] = type;
        cells[at + KIND] = kind;
        cells[at + PLACE] = place;
        cells[at + UNIT] = unit;
        cells[at + ASSET] = asset;
        cells[at + AGE] = age;
        rows++;
    }

    public int size() {
        return rows;
    }

    int get(int row, int column) {
        return cells[row * COLUMNS + column];
    }
}
