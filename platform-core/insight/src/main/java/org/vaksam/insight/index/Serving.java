package org.vaksam.insight.index;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BiConsumer;
import org.apache.lucene.store.AlreadyClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;

/** An index that answers searches, with the thread that keeps it up to date. */
final class Serving implements AutoCloseable, Follower.Listener {
    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration END_OF_FOLLOWER = Duration.ofSeconds(10);

    private final OpenIndex index;
    private final Progress progress;
    private final Follower follower;
    private final Thread thread;
    private volatile FieldRoles roles;
    private final RecordIndexer indexer;
    private final Runnable onChange;
    private final BiConsumer<Serving, Throwable> onDamage;

    Serving(
            OpenIndex index,
            JournalFeed feed,
            RecordIndexer indexer,
            LagMeter lag,
            Runnable onChange,
            BiConsumer<Serving, Throwable> onDamage) {
        this.index = index;
        this.indexer = indexer;
        this.onChange = onChange;
        this.onDamage = onDamage;
        this.roles = index.opened().roles();
        this.progress = new Progress(index.opened().position());
        this.follower = new Follower(index, feed, indexer, progress, lag, this);
        this.thread = LuceneRuntime.threads("insight-follower").newThread(follower);
    }

    void start() {
        thread.start();
    }

    OpenIndex index() {
        return index;
    }

    Progress progress() {
        return progress;
    }

    /** What decides how documents are made may have changed. */
    void readRoles() {
        indexer.readRoles();
    }

    /** Whether its documents hold the fields of forms as the definitions say now. */
    boolean fits() {
        return roles.fits(indexer.roles());
    }

    /** How far it has come, and what stops it. */
    JournalFollower.State state() {
        return new JournalFollower.State(follower.applied().position(), follower.failure());
    }

    void commit() throws IOException {
        Applied applied = follower.applied();
        roles = roles.with(indexer.roles());
        index.commit(CommitData.complete(applied, roles));
    }

    @Override
    public void changed() {
        onChange.run();
    }

    @Override
    public void damaged(Throwable cause) {
        onDamage.accept(this, cause);
    }

    /** Ends the thread, commits unless the index is broken, and closes. */
    @Override
    public void close() {
        progress.close();
        try {
            thread.join(END_OF_FOLLOWER.toMillis());
            commit();
        } catch (IOException | AlreadyClosedException e) {
            LOG.debug("The index was not committed at its end", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            index.close();
        }
    }
}
