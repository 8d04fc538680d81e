package org.vaksam.casework.subscription;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.text.Text;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;
import org.vaksam.spi.journal.JournalFollower;

/**
 * Follows the journal for those who follow records. What is told and how far it has read are stored in one transaction: nothing
 * is told twice, nothing is skipped, whenever the platform stops; of several machines one at a time gets further.
 */
@Component(service = JournalFollower.class, immediate = true)
public final class SubscriptionFollower implements JournalFollower {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriptionFollower.class);
    private static final String NAME = "subscriptions";
    private static final int BATCH = 200;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private final CaseworkTables tables;
    private final JournalFeed feed;
    private final NewsOfRecords newsOfRecords;
    private final Clock clock;
    private final Semaphore wake = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "vaksam-subscriptions");
    private final AutoCloseable listening;
    private volatile boolean closed;
    private volatile long position;
    private volatile Optional<Failure> failure = Optional.empty();

    @Activate
    public SubscriptionFollower(
            @Reference CaseworkTables tables,
            @Reference JournalFeed feed,
            @Reference NewsOfRecords newsOfRecords,
            @Reference Clock clock) {
        this.tables = tables;
        this.feed = feed;
        this.newsOfRecords = newsOfRecords;
        this.clock = clock;
        this.listening = feed.listen(wake::release);
        thread.setDaemon(true);
        thread.start();
    }

    @Deactivate
    public void close() throws Exception {
        closed = true;
        thread.interrupt();
        listening.close();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Text title() {
        return new Text("Bevakningarna", "Subscriptions");
    }

    @Override
    public State state() {
        return new State(position, failure);
    }

    @Override
    public void resume() {
        wake.release();
    }

    private void run() {
        while (!closed) {
            try {
                boolean more = step();
                failure = Optional.empty();
                if (!more) {
                    rest();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
                pause();
            }
        }
    }

    /** One batch; true when there is more. What is in the journal before the first time is not told. */
    private boolean step() {
        Optional<Long> reached = tables.database()
                .read(sql ->
                        sql.first("SELECT reached FROM talking_position WHERE name = ?", row -> row.getLong(1), NAME));
        if (reached.isEmpty()) {
            long head = feed.head();
            tables.database()
                    .write(sql -> sql.update("INSERT INTO talking_position (name, reached) VALUES (?, ?)", NAME, head));
            position = head;
            return false;
        }
        List<Sealed> entries = feed.after(reached.get(), BATCH);
        if (!entries.isEmpty()) {
            take(reached.get(), entries);
        }
        position = entries.isEmpty()
                ? reached.get()
                : entries.get(entries.size() - 1).position();
        return entries.size() == BATCH;
    }

    private void take(long from, List<Sealed> entries) {
        long to = entries.get(entries.size() - 1).position();
        tables.database().write(sql -> {
            boolean mine =
                    sql.update("UPDATE talking_position SET reached = ? WHERE name = ? AND reached = ?", to, NAME, from)
                            == 1;
            if (mine) {
                newsOfRecords.take(entries);
            }
            return mine;
        });
    }

    private void rest() throws InterruptedException {
        if (wake.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            wake.drainPermits();
        }
    }

    private void pause() {
        try {
            rest();
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void failed(RuntimeException cause) {
        if (failure.isEmpty()) {
            LOG.warn("Subscriptions pause after position {}; it is tried again", position, cause);
        }
        failure = Optional.of(
                new Failure(failure.map(Failure::since).orElseGet(clock::instant), String.valueOf(cause.getMessage())));
    }
}
