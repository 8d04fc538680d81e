package org.vaksam.exchange.print;

import java.io.InterruptedIOException;
import java.util.concurrent.Semaphore;

/** One at a time; the others wait in a line. */
final class Turn {
    private final Semaphore free = new Semaphore(1, true);

    /** A turn that has come. */
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
