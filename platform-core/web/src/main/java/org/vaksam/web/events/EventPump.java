package org.vaksam.web.events;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.security.Caller;
import org.vaksam.spi.casework.Notices;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.journal.JournalFollower.Failure;
import org.vaksam.spi.kernel.Modules;
import org.vaksam.web.gateway.Surroundings;

/**
 * The one thread that carries journal entries to all streams. Every stream has its own position; a slow one falls behind and
 * is given more when it has room, so nobody waits for anybody and nothing is skipped.
 */
final class EventPump implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EventPump.class);
    private static final int BATCH = 200;
    private static final long ROUND_MILLIS = 1_000;

    private final Follower<JournalFeed> journal;
    private final Follower<Modules> modules;
    private final Follower<Notices> notices;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean modulesChanged = new AtomicBoolean();
    private final Surroundings surroundings;
    private final EventKinds kinds;
    private final Duration heartbeat;
    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "vaksam-web-events");
    private volatile boolean closed;
    private volatile Optional<Failure> failure = Optional.empty();

    EventPump(Surroundings surroundings, EventKinds kinds, Duration heartbeat) {
        this.surroundings = surroundings;
        this.journal = new Follower<>(surroundings.journal(), feed -> feed.listen(this::wake));
        this.modules = new Follower<>(surroundings.modules(), this::follow);
        this.notices = new Follower<>(surroundings.notices(), service -> service.listen(this::told));
        this.kinds = kinds;
        this.heartbeat = heartbeat;
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Streams open now. */
    int open() {
        return streams.size();
    }

    /** Carries this stream from now on; the oldest of the same caller end when they have become more than this many. */
    void add(EventStream stream, int mostOfOneCaller) {
        streams.add(stream);
        List<EventStream> own = streams.stream()
                .filter(other -> other.listener().isSameAs(stream.listener()))
                .sorted(EventStream.OLDEST_FIRST)
                .toList();
        own.subList(0, Math.max(own.size() - mostOfOneCaller, 0)).forEach(EventStream::close);
        wake();
        if (closed) {
            stream.close();
        }
    }

    void remove(EventStream stream) {
        streams.remove(stream);
    }

    /** How far the stream is that is furthest behind, and what stops all of them. */
    JournalFollower.State state() {
        long position = streams.stream()
                .mapToLong(EventStream::position)
                .min()
                .orElseGet(() ->
                        surroundings.journal().get().map(JournalFeed::head).orElse(0L));
        return new JournalFollower.State(position, failure);
    }

    /** There may be something to carry, or a reason to try again. */
    void wake() {
        news.release();
    }

    /** What there is may have changed before anybody listened, so that counts as a change too. */
    private AutoCloseable follow(Modules arrived) {
        AutoCloseable listening = arrived.listen(this::modulesChanged);
        modulesChanged();
        return listening;
    }

    private void modulesChanged() {
        modulesChanged.set(true);
        wake();
    }

    private void told(Set<String> accounts) {
        told.addAll(accounts);
        wake();
    }

    private void run() {
        while (!closed) {
            try {
                boolean more = round();
                failure = Optional.empty();
                if (!more && news.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
                    news.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
                news.drainPermits();
                pause();
            }
        }
    }

    private void failed(RuntimeException cause) {
        if (failure.isEmpty()) {
            LOG.warn("live events pause; every stream goes on where it was", cause);
        }
        failure = Optional.of(
                new Failure(failure.map(Failure::since).orElse(Instant.now()), String.valueOf(cause.getMessage())));
    }

    private void pause() {
        try {
            news.tryAcquire(ROUND_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    /** Gives every stream one batch; true when somebody has room for more at once. */
    private boolean round() {
        Optional<JournalFeed> present = journal.current();
        modules.current();
        notices.current();
        Set<String> withNews = Set.copyOf(told);
        told.removeAll(withNews);
        boolean otherModules = modulesChanged.getAndSet(false);
        Map<Long, Batch> read = new HashMap<>();
        boolean more = false;
        for (EventStream stream : streams) {
            if (otherModules) {
                stream.offer(kinds.modules());
            }
            if (stream.hasRoom()
                    && stream.listener().account().filter(withNews::contains).isPresent()) {
                stream.offer(kinds.notices());
            }
            if (present.isPresent() && stream.hasRoom()) {
                JournalFeed feed = present.get();
                more |= carry(read.computeIfAbsent(stream.position(), from -> batch(feed.after(from, BATCH))), stream);
            }
            if (stream.silentFor(heartbeat)) {
                stream.offer(kinds.heartbeat(stream.position()));
            }
            stream.flush();
        }
        return more;
    }

    private Batch batch(List<Sealed> entries) {
        return new Batch(entries, surroundings.records(), surroundings.units(), surroundings.shares());
    }

    private boolean carry(Batch batch, EventStream stream) {
        if (batch.entries().isEmpty()) {
            return false;
        }
        Optional<Caller> caller = stream.listener().now();
        if (caller.isEmpty()) {
            stream.close();
            return false;
        }
        for (Sealed entry : batch.entries()) {
            kinds.event(entry, batch, caller.get()).ifPresent(stream::offer);
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
        journal.close();
        modules.close();
        notices.close();
    }
}
