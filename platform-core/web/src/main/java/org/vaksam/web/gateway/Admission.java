package org.vaksam.web.gateway;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.vaksam.spi.accounting.Accounting;
import org.vaksam.spi.accounting.Accounting.Charge;
import org.vaksam.web.problem.Problems;

/**
 * The way in to a module, the same for all its revisions: what is done inside is on its account, and there are never more
 * inside than its limit says. A few wait a moment for room; the rest is turned away at once, so that the server's threads are
 * left for others. What goes on after the call has returned, as event streams do, is not inside.
 */
final class Admission {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST_QUEUE = 16;

    private final String module;
    private final Supplier<Optional<Accounting>> accounting;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile int waiting;

    Admission(String module, Supplier<Optional<Accounting>> accounting) {
        this.module = module;
        this.accounting = accounting;
    }

    /** To what the platform itself does: free for all. */
    static Admission free() {
        return new Admission("", Optional::empty);
    }

    /** Lets this thread in until what it gets is closed; throws {@code module-busy} when there is no room. */
    Charge enter() {
        Accounting books = accounting.get().orElse(null);
        if (books == null) {
            return () -> {};
        }
        if (!take(books) && !await(books)) {
            throw Problems.moduleBusy(module);
        }
        Charge charge = books.charge(module);
        return () -> {
            charge.close();
            leave();
        };
    }

    private boolean take(Accounting books) {
        int limit = books.limits(module).concurrentRequests().orElse(Integer.MAX_VALUE);
        return inside.getAndUpdate(now -> now < limit ? now + 1 : now) < limit;
    }

    private synchronized boolean await(Accounting books) {
        if (waiting >= LONGEST_QUEUE) {
            return false;
        }
        waiting++;
        try {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!take(books)) {
                long left = end - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waiting--;
        }
    }

    private void leave() {
        inside.decrementAndGet();
        if (waiting > 0) {
            synchronized (this) {
                notifyAll();
            }
        }
    }
}
