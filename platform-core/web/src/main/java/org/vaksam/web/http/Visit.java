package org.vaksam.web.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A request's stay at its destination; ends once, after the call or, when the answer is asynchronous, with the answer. */
public final class Visit implements AsyncListener {
    /** What is visited. */
    public interface Place {
        /** The visit turned into a long-lived one. */
        void streamOpened(AsyncContext stream);

        /** The visit is over; {@code stream} when it was long-lived. */
        void left(@Nullable AsyncContext stream);
    }

    private static final int INSIDE = 0;
    private static final int STREAMING = 1;
    private static final int OVER = 2;

    private final Place place;
    private final AtomicInteger state = new AtomicInteger(INSIDE);
    private volatile @Nullable AsyncContext stream;

    public Visit(Place place) {
        this.place = place;
    }

    AsyncContext extendedBy(AsyncContext started) {
        started.addListener(this);
        if (state.compareAndSet(INSIDE, STREAMING)) {
            stream = started;
            place.streamOpened(started);
        }
        return started;
    }

    /** The call has returned; true when the visit ended with it. */
    public boolean returned() {
        if (state.compareAndSet(INSIDE, OVER)) {
            place.left(null);
            return true;
        }
        return false;
    }

    @Override
    public void onComplete(AsyncEvent event) {
        if (state.compareAndSet(STREAMING, OVER)) {
            place.left(stream);
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        event.getAsyncContext().addListener(this);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        // whoever started the stream decides; its end is told by onComplete
    }

    @Override
    public void onError(AsyncEvent event) {
        // as above
    }
}
