package org.vaksam.kernel;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;

/** The kernel's own threads, so that nothing of it ever waits inside somebody else's event. */
final class KernelThreads {
    private final ExecutorService work = Executors.newSingleThreadExecutor(task -> daemon(task, "vaksam-kernel"));
    private final ExecutorService health = Executors.newCachedThreadPool(task -> daemon(task, "vaksam-health"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "vaksam-clock"));
    private final ExecutorService retirement = Executors.newCachedThreadPool(task -> daemon(task, "vaksam-retire"));

    /** Recovery, and what follows when the gateway comes; in order. */
    void work(Runnable task) {
        submit(work, task);
    }

    /** Health checks, each on a thread of its own: one that hangs keeps nobody else waiting. */
    void health(Runnable task) {
        submit(health, task);
    }

    /** For work that must not take too long. */
    ScheduledExecutorService clock() {
        return clock;
    }

    /** Waits for the last user of an old revision. */
    void retirement(Runnable task) {
        submit(retirement, task);
    }

    void stop() {
        work.shutdownNow();
        health.shutdownNow();
        clock.shutdownNow();
        retirement.shutdownNow();
    }

    private static void submit(ExecutorService executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (RejectedExecutionException e) {
            if (!executor.isShutdown()) {
                throw e;
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        var thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
