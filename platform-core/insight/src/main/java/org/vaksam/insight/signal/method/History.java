package org.vaksam.insight.signal.method;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts by day of those series that are looked at, and of all kinds and types; and how far back each series goes. */
final class History {
    private static final int[] NOT_COUNTED = {};

    private final SeriesTable table;
    private final Map<Series, int[]> daily = new HashMap<>();
    private final Map<Integer, Integer> types = new HashMap<>();

    History(Cases cases, SeriesTable table, Set<Series> wanted) {
        this.table = table;
        int[][] bySlot = slots(wanted);
        for (int row = 0; row < cases.size(); row++) {
            types.putIfAbsent(cases.get(row, Cases.KIND), cases.get(row, Cases.TYPE));
            int day = Cases.DAYS - 1 - cases.get(row, Cases.AGE);
            for (Family family : Family.values()) {
                long key = Series.of(cases, row, family);
                int[] days = key == 0 ? NOT_COUNTED : bySlot[table.slot(key)];
                if (days.length > 0) {
                    days[day]++;
                }
            }
        }
    }

    private int[][] slots(Set<Series> wanted) {
        Set<Series> looked = new HashSet<>(wanted);
        var bySlot = new int[table.size()][];
        for (int slot = 0; slot < bySlot.length; slot++) {
            Series series = table.series(slot);
            boolean counted =
                    series.family() == Family.KIND || series.family() == Family.TYPE || looked.contains(series);
            bySlot[slot] = counted ? new int[Cases.DAYS] : NOT_COUNTED;
            if (counted) {
                daily.put(series, bySlot[slot]);
            }
        }
        return bySlot;
    }

    /** By day, today last. */
    int[] daily(Series series) {
        return Objects.requireNonNull(daily.get(series));
    }

    /** How many records in a window; ages from this one, up to before that one. */
    int count(Series series, int from, int before) {
        int[] days = daily(series);
        int count = 0;
        for (int age = from; age < before; age++) {
            count += days[Cases.DAYS - 1 - age];
        }
        return count;
    }

    /** By full blocks of seven days until today, the newest first, as far as the series goes back. */
    int[] blocks(Series series) {
        var blocks = new int[blocksOf(series)];
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = count(series, i * Baseline.BLOCK, (i + 1) * Baseline.BLOCK);
        }
        return blocks;
    }

    /**
     * How many blocks the series goes back: not before its kind was in use at all, nor before anything was reported from its
     * place; weeks without a record in between are part of it.
     */
    int blocksOf(Series series) {
        int age = Cases.DAYS;
        if (series.family().hasKind()) {
            age = Math.min(age, table.oldest(Series.pack(Family.KIND, series.group(), 0)));
        }
        Family all = series.family().allKinds();
        if (all != Family.KIND) {
            age = Math.min(age, table.oldest(Series.pack(all, type(series), series.where())));
        }
        return (age + 1) / Baseline.BLOCK;
    }

    /** Number of the type that the records of a series have. */
    int type(Series series) {
        return series.family().hasKind() ? Objects.requireNonNull(types.get(series.group())) : series.group();
    }
}
