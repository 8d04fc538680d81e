package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.text.Text;

/** The health of live revisions, asked for in the background at most every five seconds, whoever looks how often. */
public final class HealthMonitor {
    private static final long AGE = Duration.ofSeconds(5).toNanos();

    private static final long PATIENCE = 2 * AGE;
    private static final Health NO_ANSWER = new Health(
            Status.CRITICAL,
            new Text("Hälsokontrollen har hängt sig och svarar inte", "The health check hangs and does not answer"));

    /** The last answer, when it or the next one was asked for, and whether that one is still to come. */
    private record Answer(Health health, long askedAt, boolean open) {}

    private final HealthChecks checks;
    private final Executor background;
    private final LongSupplier nanos;
    private final Map<Revision, Answer> answers = new WeakHashMap<>();

    public HealthMonitor(HealthChecks checks, Executor background) {
        this(checks, background, System::nanoTime);
    }

    HealthMonitor(HealthChecks checks, Executor background, LongSupplier nanos) {
        this.checks = checks;
        this.background = background;
        this.nanos = nanos;
    }

    /** The last answer; the first is the one of the check before going live, which was good. */
    public synchronized Health of(Revision revision) {
        Answer last = answers.get(revision);
        long now = nanos.getAsLong();
        if (last != null && last.open()) {
            return now - last.askedAt() > PATIENCE ? NO_ANSWER : last.health();
        }
        if (last == null || now - last.askedAt() > AGE) {
            last = new Answer(last == null ? Health.ok() : last.health(), now, true);
            answers.put(revision, last);
            Answer asked = last;
            background.execute(() -> ask(revision, asked));
        }
        return last.health();
    }

    private void ask(Revision revision, Answer before) {
        Health health = before.health();
        if (revision.lease().acquire()) {
            try {
                health = checks.worst(revision);
            } finally {
                revision.lease().release();
            }
        }
        synchronized (this) {
            answers.put(revision, new Answer(health, before.askedAt(), false));
        }
    }
}
