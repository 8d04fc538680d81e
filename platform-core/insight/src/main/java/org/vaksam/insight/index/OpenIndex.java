package org.vaksam.insight.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.similarities.BooleanSimilarity;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.util.IOUtils;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;

/** One folder with an index, open for writing and reading. Every method may be called from any thread. */
public final class OpenIndex implements AutoCloseable {
    private static final double WRITE_BUFFER_MEGABYTES = 48;
    private static final int SEGMENTS_PER_TIER = 16;
    private static final double SMALLEST_MEGABYTES = 0.25;
    private static final int MERGES_WAITING = 8;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private final Ordinals ordinals = new Ordinals();
    private final CommitData opened;

    private OpenIndex(Path folder, Directory directory, IndexWriter writer) throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers =
                new SearcherManager(writer, new SearcherOver(writer.getConfig().getSimilarity()));
        this.opened = CommitData.from(commitData(writer));
    }

    /** Opens or creates; fails when files are missing or unreadable. */
    static OpenIndex open(Path folder, Analyzer analyzer) throws IOException {
        var scheduler = new ConcurrentMergeScheduler();
        scheduler.setMaxMergesAndThreads(MERGES_WAITING, 1);
        scheduler.disableAutoIOThrottle();
        var config = new IndexWriterConfig(analyzer)
                .setSimilarity(new BooleanSimilarity())
                .setMergeScheduler(scheduler)
                .setMergePolicy(new TieredMergePolicy()
                        .setSegmentsPerTier(SEGMENTS_PER_TIER)
                        .setMaxMergeAtOnce(SEGMENTS_PER_TIER)
                        .setFloorSegmentMB(SMALLEST_MEGABYTES))
                .setRAMBufferSizeMB(WRITE_BUFFER_MEGABYTES);
        var opened = new java.util.ArrayList<java.io.Closeable>();
        try {
            Directory directory = new MMapDirectory(folder);
            opened.add(directory);
            var writer = new IndexWriter(directory, config);
            opened.add(0, writer::rollback);
            return new OpenIndex(folder, directory, writer);
        } catch (IOException | RuntimeException e) {
            IOUtils.closeWhileHandlingException(opened);
            throw e;
        }
    }

    Path folder() {
        return folder;
    }

    /** What the commit said that it was opened from. */
    CommitData opened() {
        return opened;
    }

    /** Of a record that is not in yet. */
    void add(Document document) throws IOException {
        writer.addDocument(document);
    }

    void put(String id, Document document) throws IOException {
        writer.updateDocument(term(id), document);
    }

    void remove(Collection<String> ids) throws IOException {
        writer.deleteDocuments(ids.stream().map(OpenIndex::term).toArray(Term[]::new));
    }

    void removeType(String type) throws IOException {
        writer.deleteDocuments(new Term(Dimensions.TYPE.field(), type));
    }

    /** From now on searches see everything put so far. */
    void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes everything put so far durable; the data must not promise more than was put before the call. */
    synchronized void commit(CommitData data) throws IOException {
        Map<String, String> stored = data.stored();
        if (writer.hasUncommittedChanges() || !stored.equals(commitData(writer))) {
            writer.setLiveCommitData(stored.entrySet());
            writer.commit();
        }
    }

    /** Reads every byte and compares it with the checksums that were written with it. */
    void verify() throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                if (leaf.reader() instanceof CodecReader reader) {
                    reader.checkIntegrity();
                }
            }
        } finally {
            searchers.release(searcher);
        }
    }

    /** Runs a search on the records visible now. */
    public <T> T search(Search<T> search) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return search.run(searcher, ordinals);
        } finally {
            searchers.release(searcher);
        }
    }

    /** How many records are visible. */
    int documents() throws IOException {
        return search((searcher, ignored) -> searcher.getIndexReader().numDocs());
    }

    /** Closes without committing: what was put since the last commit is read from the journal again. */
    @Override
    public void close() {
        IOUtils.closeWhileHandlingException(searchers, writer::rollback, directory);
    }

    private static Term term(String id) {
        return new Term(IndexSchema.ID, DocumentFactory.idTerm(id));
    }

    private static Map<String, String> commitData(IndexWriter writer) {
        var data = new HashMap<String, String>();
        Iterable<Map.Entry<String, String>> live = writer.getLiveCommitData();
        if (live != null) {
            live.forEach(entry -> data.put(entry.getKey(), entry.getValue()));
        }
        return data;
    }

    /** Work on a snapshot of the index. */
    @FunctionalInterface
    public interface Search<T> {
        T run(IndexSearcher searcher, Ordinals ordinals) throws IOException;
    }
}
