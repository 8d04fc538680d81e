package org.vaksam.testkit;

import java.util.Arrays;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;

/**
 * Whether two ways take equally long: the medians of many attempts that alternate, as a ratio.
 *
 * @param warmUp   attempts beforehand that do not count
 * @param attempts of each way; odd, so that there is a median
 * @param most     how many times as long one way may take as the other
 */
public record Timing(int warmUp, int attempts, double most) {
    /** A machine may be disturbed once; what another way through the code takes it takes every time. */
    private static final int TRIES = 3;

    /** Ways answer how many nanoseconds they took. */
    public boolean alike(LongSupplier one, LongSupplier other) {
        return DoubleStream.generate(() -> ratio(one, other))
                .limit(TRIES)
                .anyMatch(ratio -> ratio > 1 / most && ratio < most);
    }

    private double ratio(LongSupplier one, LongSupplier other) {
        var first = new long[attempts];
        var second = new long[attempts];
        for (int i = -warmUp; i < attempts; i++) {
            long took = one.getAsLong();
            long otherTook = other.getAsLong();
            if (i >= 0) {
                first[i] = took;
                second[i] = otherTook;
            }
        }
        return (double) median(first) / median(second);
    }

    private static long median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
