package org.vaksam.operations.accounting;

import java.util.List;
import org.vaksam.spi.web.GatewayMetrics;

/** Estimates from the latency buckets, as Prometheus does: evenly spread within a bucket. */
final class Quantile {
    private Quantile() {}

    /** Seconds that this share of the requests took at most; the highest bound when it lies above. */
    static double of(double share, List<Long> buckets) {
        List<Double> bounds = GatewayMetrics.BOUNDS;
        long all = buckets.stream().mapToLong(Long::longValue).sum();
        double rank = share * all;
        double below = 0;
        long passed = 0;
        for (int i = 0; i < bounds.size() && i < buckets.size(); i++) {
            long count = buckets.get(i);
            if (count > 0 && passed + count >= rank) {
                return below + (bounds.get(i) - below) * (rank - passed) / count;
            }
            passed += count;
            below = bounds.get(i);
        }
        return all == 0 ? 0 : below;
    }
}
