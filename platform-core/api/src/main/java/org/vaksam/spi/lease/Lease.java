package org.vaksam.spi.lease;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counted use of one revision, by requests, service calls and transactions alike. Any thread. Increment, then check: whoever
 * drains and has seen zero can never be passed by a later caller.
 */
public final class Lease {
    private final AtomicInteger held = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();
    private volatile boolean retired;

    /** Takes one use; false when the revision is retired: ask for the live one. */
    public boolean acquire() {
        held.incrementAndGet();
        if (!retired) {
            return true;
        }
        held.decrementAndGet();
        return false;
    }

    /** One more use by somebody who is inside already; succeeds also when retired. */
    public void hold() {
        held.incrementAndGet();
    }

    /** Gives one use back. */
    public void release() {
        held.decrementAndGet();
    }

    /** A use that turned into a long-lived stream: counts for {@link #drain}, not for {@link #quiet}. */
    public void streamOpened() {
        streams.incrementAndGet();
    }

    /** The stream ended; its use is still to be released. */
    public void streamClosed() {
        streams.decrementAndGet();
    }

    /** Uses at this moment, streams included. */
    public int count() {
        return held.get();
    }

    /** Lets nobody in any more. */
    public void retire() {
        retired = true;
    }

    /** Retires and waits for the last use to end; false when the time ran out. */
    public boolean drain(Duration limit) throws InterruptedException {
        retire();
        return await(limit, false);
    }

    /** Waits until nobody but streams is inside; others may enter. False when the time ran out. */
    public boolean quiet(Duration limit) throws InterruptedException {
        return await(limit, true);
    }

    private boolean await(Duration limit, boolean withoutStreams) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (held.get() - (withoutStreams ? streams.get() : 0) > 0) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(1);
        }
        return true;
    }
}
