package org.vaksam.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.data.Ids;
import org.vaksam.journal.chain.EntryRow;
import org.vaksam.journal.chain.Link;
import org.vaksam.spi.data.DatabaseException;

/**
 * Gives every committed entry its place and its hash, on a thread of its own, many at a time. A second thread looks for entries
 * that were committed and never handed over, since a crash can come in between.
 */
@Component(service = Sealer.class)
public final class Sealer {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final int BATCH = 2_000;
    private static final Link UNKNOWN = new Link(-1, "");
    private static final long PACE_MILLIS = 10;
    private static final long PAUSE_AFTER_FAILURE = 1_000;

    private final JournalTables tables;
    private final SealQueue queue = new SealQueue();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<Thread> threads;
    private volatile Link sealed = Link.START;

    @Activate
    public Sealer(@Reference JournalTables tables) {
        this.tables = tables;
        var sweep = new Sweep(tables, queue, Ids.floor(Instant.now()));
        this.threads = List.of(
                new Thread(this::sealAll, "vaksam-journal-sealer"), new Thread(sweep::run, "vaksam-journal-sweep"));
        threads.forEach(thread -> {
            thread.setDaemon(true);
            thread.start();
        });
    }

    @Deactivate
    void stop() throws InterruptedException {
        queue.stop();
        for (Thread thread : threads) {
            thread.join(5_000);
        }
    }

    /** Called on the committing thread. */
    void committed(List<EntryRow> entries) {
        if (!queue.add(entries)) {
            LOG.warn("Sealing is behind; {} entries will be found by the sweep", entries.size());
        }
    }

    /** What this node sealed last; the start before the first. */
    Link head() {
        return sealed;
    }

    boolean await(Duration limit) throws InterruptedException {
        return queue.await(limit);
    }

    AutoCloseable listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void sealAll() {
        Link head = UNKNOWN;
        try {
            List<EntryRow> batch = queue.take(BATCH);
            while (!batch.isEmpty()) {
                head = seal(head, batch);
                if (head == UNKNOWN || queue.stoppedWithin(0)) {
                    return;
                }
                sealed = head;
                queue.done(batch.size());
                listeners.forEach(Sealer::call);
                queue.stoppedWithin(batch.size() < BATCH ? PACE_MILLIS : 0);
                batch = queue.take(BATCH);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Link seal(Link known, List<EntryRow> batch) throws InterruptedException {
        Link head = known;
        List<EntryRow> entries = batch;
        long pause = 0;
        do {
            try {
                if (head == UNKNOWN) {
                    head = tables.head();
                    entries = tables.unsealedOf(batch);
                }
                return tables.seal(head, entries);
            } catch (RuntimeException e) {
                boolean othersSealed = e instanceof DatabaseException refused && refused.isDuplicate();
                if (!othersSealed) {
                    LOG.warn("Sealing failed; it is tried again", e);
                }
                pause = othersSealed ? 0 : PAUSE_AFTER_FAILURE;
                head = UNKNOWN;
            }
        } while (!queue.stoppedWithin(pause));
        return UNKNOWN;
    }

    private static void call(Runnable listener) {
        try {
            listener.run();
        } catch (RuntimeException e) {
            LOG.error("A follower of the journal failed", e);
        }
    }
}
