package org.vaksam.records.engine;

import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work in the background whose progress is stored step by step: it goes on where it was when a step failed or the platform
 * died. A step is one transaction, and is safe to be tried by several threads and machines at once.
 */
public final class Resumable implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Resumable.class);
    private static final int SECONDS_BETWEEN = 5;

    private final String what;
    private final BooleanSupplier step;
    private final ScheduledExecutorService worker;

    /**
     * Looks for work every few seconds from now on.
     *
     * @param what names the work in the log, and its thread
     * @param step does the next step; false when nothing is left to do
     */
    public Resumable(String what, BooleanSupplier step) {
        this.what = what;
        this.step = step;
        this.worker = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "vaksam-" + what);
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(this::workQuietly, SECONDS_BETWEEN, SECONDS_BETWEEN, TimeUnit.SECONDS);
    }

    /** There is something to do. */
    public void wake() {
        try {
            worker.execute(this::workQuietly);
        } catch (RejectedExecutionException e) {
            LOG.info("{} goes on at the next start", what);
        }
    }

    /** Does what is left, in the calling thread. */
    public void work() {
        while (!worker.isShutdown() && step.getAsBoolean()) {
            // until nothing is left
        }
    }

    /** Ends after the step that is under way. */
    @Override
    public void close() {
        worker.shutdown();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                LOG.warn("{} is under way; it goes on at the next start", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workQuietly() {
        try {
            work();
        } catch (RuntimeException e) {
            LOG.error("{} has a problem; it is tried again in {} seconds", what, SECONDS_BETWEEN, e);
        }
    }
}
