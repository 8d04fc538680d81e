package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import org.vaksam.api.health.Health;

/** The health of live revisions, asked for in the background at most every five seconds, whoever looks how often. */
public final class HealthMonitor {
    private static final long AGE = Duration.ofSeconds(5).toNanos();

    /** An answer and when it was asked for. */
    private record Answer(Health health, long askedAt) {}

    private final HealthChecks checks;
    private final Executor background;
    private final Map<Revision, Answer> answers = new WeakHashMap<>();

    public HealthMonitor(HealthChecks checks, Executor background) {
        this.checks = checks;
        this.background = background;
    }

    /** The last answer; the first is the one of the check before going live, which was good. */
    public synchronized Health of(Revision revision) {
        Answer last = answers.get(revision);
        long now = System.nanoTime();
        if (last == null || now - last.askedAt() > AGE) {
            last = new Answer(last == null ? Health.ok() : last.health(), now);
            answers.put(revision, last);
            background.execute(() -> ask(revision, now));
        }
        return last.health();
    }

    private void ask(Revision revision, long askedAt) {
        if (!revision.lease().acquire()) {
            return;
        }
        try {
            Health health = checks.worst(revision);
            synchronized (this) {
                answers.put(revision, new Answer(health, askedAt));
            }
        } finally {
            revision.lease().release();
        }
    }
}
