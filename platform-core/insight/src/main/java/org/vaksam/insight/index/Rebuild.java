package org.vaksam.insight.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordSource;

/** Takes all records into an empty index: a page is read while those before it are indexed, on two threads. */
final class Rebuild {
    private static final int PAGE = 1_000;
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 2 * THREADS;
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final OpenIndex index;
    private final JournalFeed feed;
    private final RecordSource source;
    private final RecordIndexer indexer;
    private final BooleanSupplier stopped;

    Rebuild(OpenIndex index, JournalFeed feed, RecordSource source, RecordIndexer indexer, BooleanSupplier stopped) {
        this.index = index;
        this.feed = feed;
        this.source = source;
        this.indexer = indexer;
        this.stopped = stopped;
    }

    /** Ends with a complete commit at the journal's head from before the first page; false when it was stopped. */
    boolean run() throws IOException, InterruptedException {
        long start = System.nanoTime();
        Applied head = Applied.head(feed);
        FieldRoles roles = indexer.roles();
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, LuceneRuntime.threads("insight-rebuild"));
        long records;
        try {
            records = takeAll(workers);
        } finally {
            workers.shutdown();
        }
        if (stopped.getAsBoolean()) {
            return false;
        }
        index.commit(CommitData.complete(head, roles));
        LOG.info("Index built: {} records in {} ms", records, (System.nanoTime() - start) / 1_000_000);
        return true;
    }

    private long takeAll(ExecutorService workers) throws IOException, InterruptedException {
        long records = 0;
        var waiting = new ArrayDeque<Future<?>>();
        List<RecordRow> page = source.page(Optional.empty(), PAGE);
        while (!page.isEmpty() && !stopped.getAsBoolean()) {
            if (waiting.size() == MOST_WAITING) {
                await(waiting.remove());
            }
            List<RecordRow> rows = page;
            waiting.add(workers.submit(() -> {
                indexer.add(index, rows);
                return null;
            }));
            records += rows.size();
            page = source.page(Optional.of(rows.get(rows.size() - 1).id()), PAGE);
        }
        while (!waiting.isEmpty()) {
            await(waiting.remove());
        }
        return records;
    }

    private static void await(Future<?> page) throws IOException, InterruptedException {
        try {
            page.get();
        } catch (ExecutionException e) {
            throw new IOException("A page of records could not be indexed", e.getCause());
        }
    }
}
