package org.vaksam.insight.analysis;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Optional;

/** All values by cell, sorted, for percentiles as PERCENTILE_CONT of SQL has them: between two values in proportion. */
final class Spread {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private final int[] starts;
    private final long[] values;

    private Spread(int[] starts, long[] values) {
        this.starts = starts;
        this.values = values;
    }

    /** The values of each slot. */
    static Spread of(int slots, ValueList list) {
        var starts = new int[slots + 1];
        for (int i = 0; i < list.size(); i++) {
            starts[list.slot(i) + 1]++;
        }
        for (int slot = 0; slot < slots; slot++) {
            starts[slot + 1] += starts[slot];
        }
        int[] next = Arrays.copyOf(starts, slots);
        var values = new long[list.size()];
        for (int i = 0; i < list.size(); i++) {
            values[next[list.slot(i)]++] = list.value(i);
        }
        for (int slot = 0; slot < slots; slot++) {
            Arrays.sort(values, starts[slot], starts[slot + 1]);
        }
        return new Spread(starts, values);
    }

    /** The value below which so many percent lie; empty when the slot has none. */
    Optional<BigDecimal> percentile(int slot, int percent, int decimals) {
        int from = starts[slot];
        int count = starts[slot + 1] - from;
        if (count == 0) {
            return Optional.empty();
        }
        long rank = (long) (count - 1) * percent;
        int below = (int) (rank / 100);
        BigDecimal low = BigDecimal.valueOf(values[from + below], decimals);
        if (rank % 100 == 0) {
            return Optional.of(Measure.plain(low));
        }
        BigDecimal high = BigDecimal.valueOf(values[from + below + 1], decimals);
        BigDecimal part = BigDecimal.valueOf(rank % 100).divide(HUNDRED, 2, RoundingMode.UNNECESSARY);
        BigDecimal between = low.add(high.subtract(low).multiply(part));
        return Optional.of(Measure.plain(between.setScale(decimals, RoundingMode.HALF_UP)));
    }
}
