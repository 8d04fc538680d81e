package org.vaksam.insight.index;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.lucene.store.AlreadyClosedException;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFollower;

/** The one door to the index: searches see what was committed on this node before they began (waiting at most a second). */
@Component(service = IndexHome.class)
public final class IndexHome {
    private static final String DATA = "vaksam.data";
    private static final Duration FRESHNESS = Duration.ofSeconds(1);

    private final JournalFeed feed;
    private final IndexKeeper keeper;
    private final AutoCloseable listening;

    @Activate
    public IndexHome(BundleContext context, @Reference JournalFeed feed, @Reference DocumentSources sources) {
        this(Path.of(Objects.requireNonNull(context.getProperty(DATA), DATA)).resolve("index"), feed, sources);
    }

    private IndexHome(Path folder, JournalFeed feed, DocumentSources sources) {
        this.feed = feed;
        this.keeper =
                new IndexKeeper(new IndexFolders(folder), feed, sources.records(), () -> new RecordIndexer(sources));
        this.listening = feed.listen(keeper::wake);
        keeper.start();
    }

    /** With an index in this folder. */
    public static IndexHome in(Path folder, JournalFeed feed, DocumentSources sources) {
        return new IndexHome(folder, feed, sources);
    }

    @Deactivate
    public void close() throws Exception {
        listening.close();
        keeper.close();
    }

    /** Runs the search on an index that has everything committed before. */
    public <T> T search(OpenIndex.Search<T> search) {
        Serving serving = fresh();
        try {
            return on(serving, search);
        } catch (AlreadyClosedException e) {
            return again(search);
        }
    }

    /** Builds the index anew in the background; the old one answers meanwhile. */
    public void rebuild() {
        keeper.rebuild();
    }

    /** Reads all of its files again in the background; when they are damaged, they are replaced. */
    public void verify() {
        keeper.verify();
    }

    /** How the index is. */
    public IndexStatus status() {
        return keeper.status();
    }

    /** The same in figures, without asking the database. */
    public Map<String, Double> figures() {
        return keeper.figures();
    }

    /** How it follows the journal. */
    public JournalFollower.State follower() {
        return keeper.follower();
    }

    /** Takes up again what failed, at once. */
    public void resume() {
        keeper.resume();
    }

    /** Waits until searches see everything committed before; false when the time ran out. */
    public boolean hasAll(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        Optional<Serving> serving = keeper.await(limit);
        return serving.isPresent()
                && feed.awaitSealed(left(end))
                && serving.get().progress().await(feed.head(), left(end));
    }

    private <T> T again(OpenIndex.Search<T> search) {
        try {
            return on(fresh(), search);
        } catch (AlreadyClosedException e) {
            throw building();
        }
    }

    /** Files that cannot be read any more are replaced; what else fails may come from them, and they are looked at. */
    private <T> T on(Serving serving, OpenIndex.Search<T> search) {
        try {
            return serving.index().search(search);
        } catch (IOException e) {
            keeper.damaged(serving, e);
            throw building();
        } catch (Problem | AlreadyClosedException e) {
            throw e;
        } catch (RuntimeException e) {
            keeper.suspect(serving);
            throw e;
        }
    }

    private Serving fresh() {
        long end = System.nanoTime() + FRESHNESS.toNanos();
        try {
            Optional<Serving> serving = keeper.await(FRESHNESS);
            if (serving.isEmpty()) {
                throw building();
            }
            feed.awaitSealed(left(end));
            serving.get().progress().await(feed.head(), left(end));
            return serving.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw building();
        }
    }

    private static Duration left(long end) {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    private static Problem building() {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Inte tillgängligt just nu", "Not available right now"),
                        new Text(
                                "Sökindexet byggs. Inget har gått förlorat.",
                                "The search index is being built. Nothing is lost."))
                .with("retryAfter", 5)
                .withNext(new Text("Försök igen om en stund.", "Try again in a moment."));
    }
}
