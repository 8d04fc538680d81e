package org.vaksam.kernel.operation;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** One module operation at a time; whoever comes too early is told so. */
public final class OperationLock {
    private static final long PATIENCE_SECONDS = 60;

    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile boolean open;

    /** Runs an operation; refused while the modules are being started, and when others take too long. */
    public <T> T operate(Supplier<T> work) {
        if (!open) {
            throw busy(new Text("Modulerna startar.", "The modules are starting."));
        }
        acquire();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs the kernel's own work, however long it has to wait. */
    public void maintain(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Operations are accepted from now on. */
    public void open() {
        open = true;
    }

    /** No operation is accepted any more. */
    public void close() {
        open = false;
    }

    public boolean isOpen() {
        return open;
    }

    private void acquire() {
        try {
            if (!lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy(new Text("En annan moduloperation pågår.", "Another module operation is under way."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy(new Text("Väntan avbröts.", "The wait was interrupted."));
        }
    }

    private static Problem busy(Text why) {
        return Problem.of("unavailable", 503, new Text("Inte just nu", "Not at the moment"), why)
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }
}
