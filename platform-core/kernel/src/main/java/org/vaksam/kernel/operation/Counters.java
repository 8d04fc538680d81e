package org.vaksam.kernel.operation;

import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Retirement;
import org.vaksam.spi.kernel.Modules.Operation;

/** What the kernel counts, for metrics. */
public final class Counters {
    private final LiveTable live;
    private final Retirement retirement;
    private final AtomicLong operations = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();

    public Counters(LiveTable live, Retirement retirement) {
        this.live = live;
        this.retirement = retirement;
    }

    void count(Operation outcome) {
        operations.incrementAndGet();
        if (!outcome.ok()) {
            failed.incrementAndGet();
        }
    }

    /** Name to value. */
    public Map<String, Long> values() {
        long leases = live.all().stream()
                .mapToLong(revision -> revision.lease().count())
                .sum();
        return Map.of(
                "operations_total",
                operations.get(),
                "operations_failed_total",
                failed.get(),
                "modules_live",
                (long) live.all().size(),
                "modules_dormant",
                (long) live.dormant().size(),
                "leases",
                leases,
                "revisions_retiring",
                (long) retirement.waiting());
    }
}
