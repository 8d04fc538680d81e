package org.vaksam.insight.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;
import org.vaksam.spi.journal.JournalFollower.Failure;
import org.vaksam.spi.records.RecordSource;

/**
 * Opens, builds, switches and commits indexes on a thread of its own. An index that is damaged, of other documents or of
 * another journal is replaced by a new one, and the one that can answer answers meanwhile.
 */
final class IndexKeeper implements AutoCloseable {
    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(30);
    private static final Duration VERIFY_EVERY = Duration.ofHours(24);
    private static final Duration VERIFY_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final Duration AUDIT_PATIENCE = Duration.ofSeconds(1);
    private static final Duration CATCH_UP = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);

    private final IndexFolders folders;
    private final JournalFeed feed;
    private final RecordSource source;
    private final Supplier<RecordIndexer> indexers;
    private final LuceneRuntime lucene = new LuceneRuntime();
    private final IndexFiles files = new IndexFiles();
    private final LagMeter lag = new LagMeter();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(LuceneRuntime.threads("insight-index"));
    private final AtomicBoolean wantsRebuild = new AtomicBoolean();
    private final AtomicBoolean wantsAudit = new AtomicBoolean(true);
    private final AtomicLong suspectedAt = new AtomicLong(System.nanoTime() - VERIFY_AGAIN_AFTER.toNanos());
    private final Stage stage = new Stage();
    private volatile boolean closed;
    private volatile boolean building;
    private volatile Optional<Failure> failure = Optional.empty();

    IndexKeeper(IndexFolders folders, JournalFeed feed, RecordSource source, Supplier<RecordIndexer> indexers) {
        this.folders = folders;
        this.feed = feed;
        this.source = source;
        this.indexers = indexers;
    }

    void start() {
        lucene.prepare();
        building = true;
        submit(this::open);
        thread.scheduleWithFixedDelay(this::verify, VERIFY_EVERY.toHours(), VERIFY_EVERY.toHours(), TimeUnit.HOURS);
        thread.scheduleWithFixedDelay(
                () -> guarded(this::tick), COMMIT_EVERY.toMillis(), COMMIT_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The index that answers, as soon as there is one. */
    Optional<Serving> await(Duration limit) throws InterruptedException {
        return stage.await(limit);
    }

    void wake() {
        stage.now().ifPresent(serving -> serving.progress().wake());
    }

    void rebuild() {
        wantsRebuild.set(true);
        submit(this::tick);
    }

    void damaged(Serving serving, Throwable cause) {
        LOG.warn("The index is damaged and is built anew", cause);
        if (stage.clear(serving)) {
            building = true;
            wantsRebuild.set(true);
            submit(() -> {
                discard(serving);
                tick();
            });
        }
    }

    /** A search failed in a way that damaged files may be the cause of: they are looked at, once in a while. */
    void suspect(Serving serving) {
        long now = System.nanoTime();
        long before = suspectedAt.get();
        if (now - before >= VERIFY_AGAIN_AFTER.toNanos() && suspectedAt.compareAndSet(before, now)) {
            submit(() -> verify(serving));
        }
    }

    void verify() {
        stage.now().ifPresent(serving -> submit(() -> verify(serving)));
    }

    IndexStatus status() {
        Optional<Serving> serving = stage.now();
        long head = feed.head();
        long position = serving.map(now -> now.progress().visible()).orElse(0L);
        long lagMillis = position >= head
                ? 0
                : feed.after(position, 1).stream()
                        .mapToLong(entry -> Math.max(
                                0, Duration.between(entry.at(), Instant.now()).toMillis()))
                        .findFirst()
                        .orElse(0);
        return new IndexStatus(
                position,
                head,
                documents(serving),
                serving.isPresent(),
                building,
                lagMillis,
                lag.p99(),
                failure.map(Failure::reason));
    }

    /** As a follower of the journal; without an index that answers, what stands in the way of building one. */
    JournalFollower.State follower() {
        return stage.now().map(Serving::state).orElseGet(() -> new JournalFollower.State(0, failure));
    }

    /** Goes on at once instead of after a pause. */
    void resume() {
        wake();
        submit(this::tick);
    }

    Map<String, Double> figures() {
        Optional<Serving> serving = stage.now();
        double position = serving.map(now -> now.progress().visible()).orElse(0L);
        return Map.of(
                "index_position",
                position,
                "index_documents",
                (double) documents(serving),
                "index_lag_entries",
                Math.max(0, feed.head() - position),
                "index_lag_p99_seconds",
                lag.p99() / 1_000.0);
    }

    @Override
    public void close() throws InterruptedException {
        closed = true;
        thread.shutdown();
        thread.awaitTermination(CATCH_UP.toMillis(), TimeUnit.MILLISECONDS);
        stage.replace(Optional.empty()).ifPresent(Serving::close);
        files.close();
    }

    private void open() throws IOException, InterruptedException {
        for (Path folder : folders.all()) {
            if (stage.now().isPresent() || !serve(folder)) {
                folders.delete(folder);
            }
        }
        if (stage.now().isEmpty()) {
            wantsRebuild.set(true);
        }
        tick();
        Optional<Serving> serving = stage.now();
        if (serving.isPresent()) {
            verify(serving.get());
        }
    }

    private boolean serve(Path folder) {
        Optional<OpenIndex> opened = files.usable(folder, feed);
        opened.ifPresent(index -> {
            wantsRebuild.set(index.opened().schema() != IndexSchema.VERSION);
            Serving serving = serving(index, indexers.get());
            serving.start();
            stage.replace(Optional.of(serving));
        });
        return opened.isPresent();
    }

    private void tick() throws IOException, InterruptedException {
        Optional<Serving> serving = stage.now();
        if (serving.isPresent()) {
            serving.get().commit();
        }
        serving.ifPresent(Serving::readRoles);
        boolean wrong = serving.isEmpty() || !serving.get().fits() || !passesAudit(serving.get());
        if (wantsRebuild.get() || wrong) {
            building = true;
            build();
        }
        building = false;
    }

    /** After modules came or went: as many documents as records, or the index is built anew. */
    private boolean passesAudit(Serving serving) throws InterruptedException {
        if (!wantsAudit.getAndSet(false)) {
            return true;
        }
        long head = feed.head();
        boolean upToDate = serving.progress().await(head, AUDIT_PATIENCE);
        boolean same = documents(Optional.of(serving)) == source.count();
        if (!same && (!upToDate || feed.head() != head)) {
            wantsAudit.set(true);
            return true;
        }
        return same;
    }

    private void build() throws IOException, InterruptedException {
        wantsRebuild.set(false);
        Path folder = folders.next();
        RecordIndexer indexer = indexers.get();
        try (OpenIndex index = files.open(folder)) {
            if (!new Rebuild(index, feed, source, indexer, () -> closed).run()) {
                return;
            }
        }
        Serving built = serving(files.open(folder), indexer);
        built.start();
        built.progress().await(feed.head(), CATCH_UP);
        stage.replace(Optional.of(built)).ifPresent(this::discard);
        failure = Optional.empty();
    }

    private Serving serving(OpenIndex index, RecordIndexer indexer) {
        return new Serving(index, feed, indexer, lag, this::changed, this::damaged);
    }

    private void changed() {
        wantsAudit.set(true);
        submit(this::tick);
    }

    private void verify(Serving serving) {
        try {
            serving.index().verify();
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                damaged(serving, e);
            }
        }
    }

    private void discard(Serving serving) {
        serving.close();
        folders.delete(serving.index().folder());
    }

    private static int documents(Optional<Serving> serving) {
        try {
            return serving.isPresent() ? serving.get().index().documents() : 0;
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private void submit(Work work) {
        if (!closed) {
            thread.execute(() -> guarded(work));
        }
    }

    private void guarded(Work work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            if (!closed) {
                LOG.error("The index could not be kept; trying again in {} s", RETRY_AFTER.toSeconds(), e);
                failure = Optional.of(new Failure(Instant.now(), e.toString()));
                thread.schedule(() -> guarded(this::tick), RETRY_AFTER.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    /** A task of the keeper's thread. */
    private interface Work {
        void run() throws IOException, InterruptedException;
    }
}
