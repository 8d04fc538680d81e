package org.vaksam.kernel.revision;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/**
 * Runs a module's own code, as it starts and ends, on a thread of its own. When that takes too long the thread is interrupted
 * and left to itself: it may go on until the platform ends, but nobody waits for it and it holds no lock of the kernel.
 */
public final class ForeignCode {
    private static final Logger LOG = LoggerFactory.getLogger(ForeignCode.class);

    private final Duration limit;

    public ForeignCode(Duration limit) {
        this.limit = limit;
    }

    /** What the work throws is thrown; when it takes too long, that is refused. */
    void start(Revision revision, Runnable work) {
        var task = begin(revision, work);
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw tooLong(revision);
        } catch (ExecutionException e) {
            throw thrown(e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw Refusal.of(
                    new Text("Arbetet avbröts.", "The work was interrupted."), new Text("Försök igen.", "Try again."));
        }
    }

    /** Goes on when the work takes too long, and lets it end by itself. */
    void end(Revision revision, Runnable work) {
        var task = begin(revision, work);
        try {
            task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("{} does not end; what is left of it goes when the platform restarts", revision);
        } catch (ExecutionException e) {
            LOG.warn("{} did not end well", revision, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static FutureTask<Boolean> begin(Revision revision, Runnable work) {
        var task = new FutureTask<>(work, true);
        var thread = new Thread(task, "vaksam-module-" + revision.module());
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static RuntimeException thrown(ExecutionException failure) {
        if (failure.getCause() instanceof Error error) {
            throw error;
        }
        return failure.getCause() instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(failure);
    }

    private Problem tooLong(Revision revision) {
        long seconds = limit.toSeconds();
        return Refusal.of(
                new Text(
                        "Modulen " + revision.module() + " " + revision.file().version()
                                + " blev inte klar med att starta inom "
                                + seconds
                                + " sekunder, och väntan är över. Dess egen tråd kan fortsätta tills plattformen"
                                + " startas om; inget annat väntar på den.",
                        "The module " + revision.module() + " "
                                + revision.file().version() + " has not finished starting within "
                                + seconds + " seconds and is waited for no longer. Its own thread may go on until the"
                                + " platform restarts; nothing else waits for it."),
                new Text(
                        "Flytta det som tar tid ur konstruktorer och aktivering, till bakgrundsarbete, och planera igen.",
                        "Move what takes time out of constructors and activation, into background work, and plan again."));
    }
}
