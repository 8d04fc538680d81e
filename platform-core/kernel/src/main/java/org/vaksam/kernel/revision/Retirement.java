package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Old revisions that still serve somebody: they end when the last one leaves, or when the time is up. */
public final class Retirement {
    private static final Logger LOG = LoggerFactory.getLogger(Retirement.class);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Disposal disposal;
    private final Executor background;
    private final Set<Revision> waiting = ConcurrentHashMap.newKeySet();

    public Retirement(Disposal disposal, Executor background) {
        this.disposal = disposal;
        this.background = background;
    }

    /** Ends it now when nobody is inside, otherwise in the background; true when it has ended. */
    public boolean retire(Revision revision) {
        revision.lease().retire();
        if (revision.lease().count() == 0) {
            disposal.dispose(revision);
            return true;
        }
        waiting.add(revision);
        background.execute(() -> await(revision));
        return false;
    }

    /** How many still wait. */
    public int waiting() {
        return waiting.size();
    }

    /** The platform stops: nobody is waited for any more. */
    public void endAll() {
        waiting.forEach(this::end);
    }

    private void await(Revision revision) {
        try {
            if (!revision.lease().drain(LIMIT)) {
                LOG.warn(
                        "{} still has {} uses after {}; it ends now",
                        revision,
                        revision.lease().count(),
                        LIMIT);
            }
            end(revision);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Revision revision) {
        if (waiting.remove(revision)) {
            disposal.dispose(revision);
        }
    }
}
