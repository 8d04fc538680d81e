package org.vaksam.insight.index;

import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LRUQueryCache;
import org.apache.lucene.search.QueryCache;
import org.apache.lucene.search.QueryCachingPolicy;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.UsageTrackingQueryCachingPolicy;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/** Searchers that share one cache of filters; it ends with the index. */
final class SearcherOver extends SearcherFactory {
    private static final int CACHED_FILTERS = 500;
    private static final long CACHE_BYTES = 24L << 20;

    private final Similarity similarity;
    private final QueryCache cache = new LRUQueryCache(CACHED_FILTERS, CACHE_BYTES);
    private final QueryCachingPolicy policy = new UsageTrackingQueryCachingPolicy();

    SearcherOver(Similarity similarity) {
        this.similarity = similarity;
    }

    @Override
    public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous) {
        var searcher = new IndexSearcher(reader);
        searcher.setSimilarity(similarity);
        searcher.setQueryCache(cache);
        searcher.setQueryCachingPolicy(policy);
        return searcher;
    }
}
