package org.vaksam.exchange.print;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/** Room for so many at a time; the others wait. */
final class Places {
    private final Semaphore free;

    Places(int places) {
        this.free = new Semaphore(places, true);
    }

    /** A place that was taken. */
    interface Place extends AutoCloseable {
        @Override
        void close();
    }

    Place take() throws InterruptedIOException {
        try {
            free.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted before its turn");
        }
        return free::release;
    }
}
