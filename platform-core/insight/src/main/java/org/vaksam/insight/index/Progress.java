package org.vaksam.insight.index;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** How much of the journal searches see; somebody who needs more says so and waits. */
final class Progress {
    private long visible;
    private long wanted;
    private boolean news = true;
    private boolean closed;

    Progress(long visible) {
        this.visible = visible;
    }

    /** Entries up to this one are visible. */
    synchronized long visible() {
        return visible;
    }

    synchronized void nowVisible(long position) {
        visible = Math.max(visible, position);
        notifyAll();
    }

    /** Whether somebody waits for something not yet visible. */
    synchronized boolean wanted() {
        return wanted > visible;
    }

    /** There may be new entries. */
    synchronized void wake() {
        news = true;
        notifyAll();
    }

    /** Nobody needs to follow any more. */
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    synchronized boolean closed() {
        return closed;
    }

    /** Waits until this position is visible; false when the time ran out first. */
    synchronized boolean await(long position, Duration limit) throws InterruptedException {
        if (visible >= position) {
            return true;
        }
        wanted = Math.max(wanted, position);
        news = true;
        notifyAll();
        waitFor(() -> visible >= position || closed, limit);
        return visible >= position;
    }

    /** The follower's rest: until there is news, at most this long. */
    synchronized void rest(Duration limit) throws InterruptedException {
        waitFor(() -> news || closed, limit);
        news = false;
    }

    /** The same between two batches: until somebody waits, at most this long. */
    synchronized void restUnlessWanted(Duration limit) throws InterruptedException {
        waitFor(() -> wanted() || closed, limit);
    }

    private synchronized boolean waitFor(BooleanSupplier reason, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!reason.getAsBoolean()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }
}
