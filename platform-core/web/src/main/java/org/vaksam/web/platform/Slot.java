package org.vaksam.web.platform;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The live instance of one resource class; waits a moment while it is re-activated. */
final class Slot implements Supplier<@Nullable Object> {
    private final Duration patience;
    private volatile @Nullable Object instance;

    Slot(Object instance, Duration patience) {
        this.instance = instance;
        this.patience = patience;
    }

    synchronized void fill(Object live) {
        instance = live;
        notifyAll();
    }

    synchronized void clear(Object gone) {
        if (instance == gone) {
            instance = null;
        }
    }

    boolean isFilled() {
        return instance != null;
    }

    /** Null when there is none in time. */
    @Override
    public @Nullable Object get() {
        Object now = instance;
        return now == null ? await() : now;
    }

    private synchronized @Nullable Object await() {
        long end = System.nanoTime() + patience.toNanos();
        try {
            while (instance == null) {
                long millis = (end - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    return null;
                }
                wait(millis);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return instance;
    }
}
