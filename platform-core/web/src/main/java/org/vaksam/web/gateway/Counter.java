package org.vaksam.web.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import org.vaksam.spi.web.GatewayMetrics;

/** Counts the requests of one application. */
final class Counter {
    private static final double NANOS = 1e9;
    private static final long[] BOUNDS = GatewayMetrics.BOUNDS.stream()
            .mapToLong(seconds -> Math.round(seconds * 1_000_000_000))
            .toArray();

    private final String module;
    private final LongAdder errors = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder nanos = new LongAdder();
    private final LongAdder cpuNanos = new LongAdder();
    private final LongAdder allocatedBytes = new LongAdder();
    private final List<LongAdder> buckets = IntStream.rangeClosed(0, BOUNDS.length)
            .mapToObj(i -> new LongAdder())
            .toList();

    Counter(String module) {
        this.module = module;
    }

    void count(int status, long took, ThreadCost cost) {
        nanos.add(took);
        cpuNanos.add(cost.cpuNanos());
        allocatedBytes.add(cost.allocatedBytes());
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket]) {
            bucket++;
        }
        buckets.get(bucket).increment();
        if (status >= 500) {
            errors.increment();
        } else if (status >= 400) {
            refused.increment();
        }
    }

    GatewayMetrics.Line line() {
        List<Long> counts = new ArrayList<>(buckets.size());
        long requests = 0;
        for (LongAdder bucket : buckets) {
            long count = bucket.sum();
            counts.add(count);
            requests += count;
        }
        return new GatewayMetrics.Line(
                module,
                requests,
                errors.sum(),
                refused.sum(),
                nanos.sum() / NANOS,
                counts,
                cpuNanos.sum() / NANOS,
                allocatedBytes.sum());
    }
}
