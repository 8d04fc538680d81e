package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets foreign code work on the caller's thread, and in its transaction, for a limited time: then it is interrupted. Code that
 * ignores the interruption holds the caller: what is to see an uncommitted change cannot work on a thread of its own.
 */
public final class TimeLimit {
    private final Duration limit;
    private final ScheduledExecutorService clock;

    public TimeLimit(Duration limit, ScheduledExecutorService clock) {
        this.limit = limit;
        this.clock = clock;
    }

    long seconds() {
        return limit.toSeconds();
    }

    /** What the work returns; empty when it took too long, however it ended. What it throws in time is thrown. */
    <T> Optional<T> run(Supplier<T> work) {
        var alarm = new Alarm(Thread.currentThread());
        Future<?> set = clock.schedule(alarm, limit.toMillis(), TimeUnit.MILLISECONDS);
        try {
            T result = work.get();
            return alarm.silence() ? Optional.of(result) : Optional.empty();
        } catch (RuntimeException | LinkageError e) {
            if (alarm.silence()) {
                throw e;
            }
            return Optional.empty();
        } finally {
            set.cancel(false);
            alarm.silence();
        }
    }

    /** Rings once, unless silenced before. */
    private static final class Alarm implements Runnable {
        private final Thread worker;
        private boolean silenced;
        private boolean rang;

        Alarm(Thread worker) {
            this.worker = worker;
        }

        @Override
        public synchronized void run() {
            if (!silenced) {
                rang = true;
                worker.interrupt();
            }
        }

        /** True when it never rang; if it did, the interruption ends here. */
        synchronized boolean silence() {
            silenced = true;
            if (rang) {
                Thread.interrupted();
            }
            return !rang;
        }
    }
}
