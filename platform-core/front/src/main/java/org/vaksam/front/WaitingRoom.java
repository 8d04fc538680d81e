package org.vaksam.front;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.front.Front;

/** The handler of the moment, and the requests that wait for one: a bounded time, a bounded number. */
final class WaitingRoom {
    /** How long until a handler that said no is asked again. */
    private static final long ASK_AGAIN_MILLIS = 20;

    private final Duration limit;
    private final Semaphore seats;
    private final Object change = new Object();
    private volatile Front.@Nullable Handler handler;

    WaitingRoom(Duration limit, int seats) {
        this.limit = limit;
        this.seats = new Semaphore(seats);
    }

    void use(Front.Handler next) {
        synchronized (change) {
            handler = next;
            change.notifyAll();
        }
    }

    void release(Front.Handler leaving) {
        synchronized (change) {
            if (handler == leaving) {
                handler = null;
            }
        }
    }

    /** False when nobody accepted the request in time. */
    boolean handle(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        Front.Handler now = handler;
        if (now != null && now.handle(request, response)) {
            return true;
        }
        if (!seats.tryAcquire()) {
            return false;
        }
        try {
            return handleLater(now, request, response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            seats.release();
        }
    }

    private boolean handleLater(
            Front.@Nullable Handler refused, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException, InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Front.Handler last = refused;
        while (System.nanoTime() < end) {
            Front.Handler now = awaitChange(last, end);
            if (now != null && now.handle(request, response)) {
                return true;
            }
            last = now;
        }
        return false;
    }

    private Front.@Nullable Handler awaitChange(Front.@Nullable Handler last, long end) throws InterruptedException {
        long askAgain = System.nanoTime() + ASK_AGAIN_MILLIS * 1_000_000;
        synchronized (change) {
            while (handler == last) {
                long until = last == null ? end : Math.min(end, askAgain);
                long millis = (until - System.nanoTime()) / 1_000_000;
                if (millis <= 0) {
                    break;
                }
                change.wait(millis);
            }
            return handler;
        }
    }
}
