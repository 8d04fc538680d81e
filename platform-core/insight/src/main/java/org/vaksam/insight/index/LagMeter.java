package org.vaksam.insight.index;

import java.time.Duration;
import java.util.Arrays;

/** How long lately entries took from the journal to the searches. */
final class LagMeter {
    private static final int KEPT = 4096;
    private static final double HIGH = 0.99;

    private final long[] millis = new long[KEPT];
    private int count;

    synchronized void add(Duration lag) {
        millis[count % KEPT] = Math.max(0, lag.toMillis());
        count++;
        if (count == Integer.MAX_VALUE) {
            count = KEPT;
        }
    }

    /** 99 of 100 took at most this long; 0 when nothing was measured. */
    synchronized long p99() {
        long[] sorted = Arrays.copyOf(millis, Math.min(count, KEPT));
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * HIGH))];
    }
}
