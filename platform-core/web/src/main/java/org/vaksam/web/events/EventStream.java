package org.vaksam.web.events;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One client that listens. Written to without ever blocking; what it has not taken yet waits in a short queue. */
final class EventStream implements WriteListener {
    static final Comparator<EventStream> OLDEST_FIRST = Comparator.comparingLong(stream -> stream.opened);

    private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
    private static final int ROOM = 200;
    private static final long STUCK = Duration.ofSeconds(30).toNanos();
    private static final long LONGEST = Duration.ofMinutes(30).toNanos();

    private final Listener listener;
    private final AsyncContext connection;
    private final ServletOutputStream out;
    private final Consumer<EventStream> ended;
    private final Deque<byte[]> queue = new ArrayDeque<>();
    private final long opened = System.nanoTime();
    private long position;
    private long progress = opened;
    private boolean ready;
    private boolean unflushed;
    private boolean closed;

    EventStream(
            Listener listener,
            long position,
            AsyncContext connection,
            ServletOutputStream out,
            Consumer<EventStream> ended) {
        this.listener = listener;
        this.position = position;
        this.connection = connection;
        this.out = out;
        this.ended = ended;
    }

    Listener listener() {
        return listener;
    }

    /** Everything up to here has been offered. */
    synchronized long position() {
        return position;
    }

    synchronized void position(long reached) {
        position = reached;
    }

    synchronized boolean hasRoom() {
        return !closed && queue.size() < ROOM;
    }

    /** Puts a message into the queue; {@link #flush} sends it. */
    synchronized void offer(byte[] message) {
        queue.add(message);
    }

    /** Whether nothing was sent for this long. */
    synchronized boolean silentFor(Duration time) {
        return queue.isEmpty() && System.nanoTime() - progress > time.toNanos();
    }

    /** Sends what the client takes now; ends a stream that takes nothing, or that is so old that its caller is to be asked for again. */
    void flush() {
        boolean over;
        synchronized (this) {
            over = !send();
        }
        if (over) {
            close();
        }
    }

    private boolean send() {
        if (closed) {
            return true;
        }
        try {
            while (ready && out.isReady()) {
                byte[] next = queue.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                    progress = System.nanoTime();
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    break;
                }
            }
        } catch (IOException | IllegalStateException e) {
            LOG.debug("a listener has gone", e);
            return false;
        }
        long now = System.nanoTime();
        boolean stuck = !queue.isEmpty() && now - progress > STUCK;
        return !stuck && now - opened < LONGEST;
    }

    @Override
    public void onWritePossible() {
        synchronized (this) {
            ready = true;
        }
        flush();
    }

    @Override
    public void onError(Throwable thrown) {
        LOG.debug("a listener has gone", thrown);
        close();
    }

    /** Ends it; the client comes back with the last id it has seen. */
    void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            queue.clear();
        }
        try {
            connection.complete();
        } catch (IllegalStateException e) {
            LOG.debug("the connection of a listener had ended already", e);
        }
        ended.accept(this);
    }
}
