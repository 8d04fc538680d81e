package org.vaksam.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.data.Ids;

/** Finds entries that were committed and have no seal: at the start all that a crash left, later what slipped through. */
final class Sweep {
    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 5_000;
    private static final Duration BEFORE_LAST_SEAL = Duration.ofHours(1);
    private static final Duration OVERLAP = Duration.ofMinutes(2);
    private static final Duration HANDED_OVER_BY_NOW = Duration.ofSeconds(10);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int SHARE_OF_TIME = 20;

    private final JournalTables tables;
    private final SealQueue queue;
    private final String firstOfThisProcess;

    Sweep(JournalTables tables, SealQueue queue, String firstOfThisProcess) {
        this.tables = tables;
        this.queue = queue;
        this.firstOfThisProcess = firstOfThisProcess;
    }

    /** Until the queue is stopped; takes at most a twentieth of the time. */
    void run() {
        try {
            Instant from = recover();
            long rest = INTERVAL.toMillis();
            while (!queue.stoppedWithin(rest)) {
                Instant start = Instant.now();
                from = sweep(from, Ids.floor(start.minus(HANDED_OVER_BY_NOW))) ? start.minus(OVERLAP) : from;
                Duration took = Duration.between(start, Instant.now());
                rest = Math.max(INTERVAL.toMillis(), took.toMillis() * SHARE_OF_TIME);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Instant recover() throws InterruptedException {
        Instant start;
        do {
            start = Instant.now();
            try {
                Instant from = tables.lastSealed()
                        .map(id -> madeAt(id).minus(BEFORE_LAST_SEAL))
                        .orElse(Instant.EPOCH);
                if (sweep(from, firstOfThisProcess)) {
                    queue.recovered();
                    break;
                }
            } catch (RuntimeException e) {
                LOG.warn("Unsealed entries could not be looked for; it is tried again", e);
            }
        } while (!queue.stoppedWithin(INTERVAL.toMillis()));
        return start.minus(OVERLAP);
    }

    private boolean sweep(Instant from, String before) {
        try {
            String after = Ids.floor(from);
            List<String> page;
            do {
                page = tables.ids(after, before, PAGE);
                queue.add(tables.unsealed(page));
                after = page.isEmpty() ? after : page.get(page.size() - 1);
            } while (page.size() == PAGE);
            return true;
        } catch (RuntimeException e) {
            LOG.debug("A sweep was given up", e);
            return false;
        }
    }

    private static Instant madeAt(String id) {
        return Instant.ofEpochMilli(UUID.fromString(id).getMostSignificantBits() >>> 16);
    }
}
