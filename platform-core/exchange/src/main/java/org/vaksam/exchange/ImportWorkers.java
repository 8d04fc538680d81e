package org.vaksam.exchange;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One thread for each format that has something to do; the others wait in the table, oldest first. */
final class ImportWorkers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorkers.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);
    private static final Duration FAREWELL = Duration.ofSeconds(20);

    private final ImportRuns runs;
    private final Function<ImportRun, ImportJob> jobs;
    private final Bell bell;
    private final Map<String, Thread> threads = new HashMap<>();

    ImportWorkers(ImportRuns runs, Function<ImportRun, ImportJob> jobs, Bell bell) {
        this.runs = runs;
        this.jobs = jobs;
        this.bell = bell;
    }

    /** Something of this format waits. */
    synchronized void wake(String format) {
        if (!bell.isStopped()) {
            threads.computeIfAbsent(format, this::start);
        }
    }

    /** Lets the batches under way end; imports go on at the next start. */
    @Override
    public void close() {
        bell.stop();
        Map<String, Thread> last;
        synchronized (this) {
            last = Map.copyOf(threads);
        }
        try {
            for (Thread thread : last.values()) {
                thread.join(FAREWELL.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Thread start(String format) {
        var thread = new Thread(() -> work(format), "vaksam-import-" + format);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private void work(String format) {
        try {
            for (Optional<ImportRun> run = next(format); run.isPresent(); run = next(format)) {
                work(run.get());
            }
        } catch (InterruptedException e) {
            LOG.info("Imports of {} are interrupted and go on at the next start", format);
        } catch (RuntimeException e) {
            LOG.error("Imports of {} stop until the next file or start", format, e);
            retire(format);
        }
    }

    private void work(ImportRun run) throws InterruptedException {
        try {
            jobs.apply(run).work();
        } catch (RuntimeException e) {
            LOG.error("Import {} has a problem and is tried again", run.id(), e);
            bell.await(AFTER_A_FAILURE);
        }
    }

    /** Empty, and the thread is forgotten, in one step: whoever wakes us later starts a new one. */
    private synchronized Optional<ImportRun> next(String format) {
        Optional<ImportRun> run = bell.isStopped()
                ? Optional.empty()
                : runs.open().stream()
                        .filter(one -> one.format().equals(format))
                        .findFirst();
        if (run.isEmpty()) {
            threads.remove(format);
        }
        return run;
    }

    private synchronized void retire(String format) {
        threads.remove(format);
    }
}
