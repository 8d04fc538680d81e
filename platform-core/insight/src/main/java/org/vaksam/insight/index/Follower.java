package org.vaksam.insight.index;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.journal.JournalFollower.Failure;

/**
 * Keeps one index up with the journal, on a thread of its own: reads what is new, takes in the records as they are now, and
 * makes them visible: at once when somebody waits or nothing came for a while, otherwise a few times a second.
 */
final class Follower implements Runnable {
    private static final int BATCH = 1_000;
    private static final Duration REFRESH_EVERY = Duration.ofMillis(250);
    private static final Duration READ_EVERY = Duration.ofMillis(125);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);

    private final OpenIndex index;
    private final JournalFeed feed;
    private final RecordIndexer indexer;
    private final UnitRecords unitRecords;
    private final Progress progress;
    private final LagMeter lag;
    private final Listener listener;
    private final List<Instant> invisible = new ArrayList<>();
    private volatile Applied applied;
    private volatile Optional<Failure> failure = Optional.empty();
    private long refreshedAt = System.nanoTime();

    /** Who wants to know what the follower meets. */
    interface Listener {
        /** Something other than a record changed: modules, definitions. */
        void changed();

        /** The index cannot be used any more. */
        void damaged(Throwable cause);
    }

    Follower(
            OpenIndex index,
            JournalFeed feed,
            RecordIndexer indexer,
            Progress progress,
            LagMeter lag,
            Listener listener) {
        this.index = index;
        this.feed = feed;
        this.indexer = indexer;
        this.unitRecords = new UnitRecords(index);
        this.progress = progress;
        this.lag = lag;
        this.listener = listener;
        this.applied = index.opened().applied();
    }

    /** How far it is; everything up to here is in the index, visible or not. */
    Applied applied() {
        return applied;
    }

    /** Why it does not get further at the moment. */
    Optional<Failure> failure() {
        return failure;
    }

    @Override
    public void run() {
        while (!progress.closed()) {
            try {
                int taken = step();
                failure = Optional.empty();
                if (taken == 0 && invisible.isEmpty()) {
                    progress.rest(LOOK_EVERY);
                } else if (taken < BATCH) {
                    progress.restUnlessWanted(READ_EVERY);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | AlreadyClosedException e) {
                if (!progress.closed()) {
                    listener.damaged(e);
                }
                return;
            } catch (RuntimeException e) {
                failed(e);
                pause();
            }
        }
    }

    /** One batch; returns how many entries it had. */
    int step() throws IOException {
        List<Sealed> entries = feed.after(applied.position(), BATCH);
        if (!entries.isEmpty()) {
            take(Changes.in(entries));
            entries.forEach(entry -> invisible.add(entry.at()));
            applied = Applied.of(entries.get(entries.size() - 1));
        }
        boolean due = System.nanoTime() - refreshedAt >= REFRESH_EVERY.toNanos();
        if (progress.wanted() || (due && !invisible.isEmpty())) {
            refresh();
        }
        return entries.size();
    }

    private void take(Changes changes) throws IOException {
        if (changes.definitions()) {
            indexer.readRoles();
        }
        for (String type : changes.purgedTypes()) {
            index.removeType(type);
        }
        Set<String> records = new LinkedHashSet<>(changes.records());
        for (String unit : changes.units()) {
            records.addAll(unitRecords.below(unit));
        }
        indexer.renew(index, records);
        if (changes.definitions()) {
            listener.changed();
        }
    }

    private void refresh() throws IOException {
        index.refresh();
        refreshedAt = System.nanoTime();
        Instant now = Instant.now();
        invisible.forEach(at -> lag.add(Duration.between(at, now)));
        invisible.clear();
        progress.nowVisible(applied.position());
    }

    /** The batch stays where it is and is taken again, for as long as it takes: nothing is skipped. */
    private void failed(RuntimeException cause) {
        String reason = cause.toString();
        if (failure.filter(known -> known.reason().equals(reason)).isEmpty()) {
            LOG.warn(
                    "The index could not follow the journal after position {}; it is tried again",
                    applied.position(),
                    cause);
        }
        failure = Optional.of(new Failure(failure.map(Failure::since).orElse(Instant.now()), reason));
    }

    private void pause() {
        try {
            progress.rest(LOOK_EVERY);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
