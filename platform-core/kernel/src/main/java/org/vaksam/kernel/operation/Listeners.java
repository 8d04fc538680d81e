package org.vaksam.kernel.operation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Those who want to know when the modules have changed. */
public final class Listeners {
    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    private final List<Runnable> all = new CopyOnWriteArrayList<>();

    /** Until closed. */
    public AutoCloseable add(Runnable listener) {
        all.add(listener);
        return () -> all.remove(listener);
    }

    /** Tells everybody. */
    public void tell() {
        for (Runnable listener : all) {
            try {
                listener.run();
            } catch (RuntimeException e) {
                LOG.warn("A listener to module changes failed", e);
            }
        }
    }
}
