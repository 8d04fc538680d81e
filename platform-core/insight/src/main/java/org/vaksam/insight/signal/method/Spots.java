package org.vaksam.insight.signal.method;

import java.util.Arrays;

/** Where something happened lately, a row for each record: square of a grid and how many days ago. */
public final class Spots {
    /** Days that are looked at. */
    public static final int DAYS = 56;

    private int[] rows = new int[64];
    private int[] columns = new int[64];
    private int[] ages = new int[64];
    private int size;

    /** Adds a record; what is older than {@link #DAYS} or lies ahead is left out. */
    public void add(int row, int column, int age) {
        if (age < 0 || age >= DAYS) {
            return;
        }
        if (size == ages.length) {
            rows = Arrays.copyOf(rows, size * 2);
            columns = Arrays.copyOf(columns, size * 2);
            ages = Arrays.copyOf(ages, size * 2);
        }
        rows[size] = row;
        columns[size] = column;
        ages[size] = age;
        size++;
    }

    public int size() {
        return size;
    }

    /** The same in squares twice as long and wide. */
    Spots coarser() {
        var coarser = new Spots();
        for (int i = 0; i < size; i++) {
            coarser.add(rows[i] >> 1, columns[i] >> 1, ages[i]);
        }
        return coarser;
    }

    /** How many happened less than so many days ago. */
    public int recent(int days) {
        return (int) Arrays.stream(ages, 0, size).filter(age -> age < days).count();
    }

    int row(int spot) {
        return rows[spot];
    }

    int column(int spot) {
        return columns[spot];
    }

    int[] ages() {
        return Arrays.copyOf(ages, size);
    }
}
