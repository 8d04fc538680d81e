package org.vaksam.web.events;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.records.RecordSource;

/**
 * The one thread that carries journal entries to all streams. Every stream has its own position; a slow one falls behind and
 * is given more when it has room, so nobody waits for anybody and nothing is skipped.
 */
final class EventPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
    private static final int BATCH = 200;
    private static final long ROUND_MILLIS = 1_000;

    private final Follower follower;
    private final Supplier<Optional<RecordSource>> records;
    private final EventKinds kinds;
    private final Duration heartbeat;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "vaksam-web-events");
    private volatile boolean closed;

    EventPump(
            Supplier<Optional<JournalFeed>> journal,
            Supplier<Optional<RecordSource>> records,
            EventKinds kinds,
            Duration heartbeat) {
        this.records = records;
        this.follower = new Follower(journal, this::wake);
        this.kinds = kinds;
        this.heartbeat = heartbeat;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(EventStream stream) {
        streams.add(stream);
        wake();
        if (closed) {
            stream.close();
        }
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    private void wake() {
        news.release();
    }

    private void run() {
        while (!closed) {
            try {
                boolean more = round();
                if (!more && news.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("live events pause: {}", e.getMessage(), e);
                news.drainPermits();
                pause();
            }
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(ROUND_MILLIS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Gives every stream one batch; true when somebody has room for more at once. */
    private boolean round() {
        Optional<JournalFeed> journal = follower.current();
        Map<Long, Batch> read = new HashMap<>();
        boolean more = false;
        for (EventStream stream : streams) {
            if (journal.isPresent() && stream.hasRoom()) {
                JournalFeed feed = journal.get();
                more |= carry(
                        read.computeIfAbsent(stream.position(), from -> new Batch(feed.after(from, BATCH), records)),
                        stream);
            }
            if (stream.silentFor(heartbeat)) {
                stream.offer(kinds.heartbeat(stream.position()));
            }
            stream.flush();
        }
        return more;
    }

    private boolean carry(Batch batch, EventStream stream) {
        for (Sealed entry : batch.entries()) {
            kinds.event(entry, batch, stream.caller()).ifPresent(stream::offer);
            stream.position(entry.position());
        }
        return batch.entries().size() == BATCH && stream.hasRoom();
    }

    /** Ends all streams; their clients come back to whoever answers then. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        streams.forEach(EventStream::close);
        follower.close();
    }
}
