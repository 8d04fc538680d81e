package org.vaksam.insight.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executor;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;

/** Divides the segments among as many threads as there are processors, so that each has about the same to count. */
final class ParallelSearcher extends IndexSearcher {
    private static final int WORTH_A_THREAD = 20_000;

    ParallelSearcher(IndexSearcher like, Executor executor) {
        super(like.getIndexReader(), executor);
        setSimilarity(like.getSimilarity());
        setQueryCache(like.getQueryCache());
        setQueryCachingPolicy(like.getQueryCachingPolicy());
    }

    @Override
    protected LeafSlice[] slices(List<LeafReaderContext> leaves) {
        int records = leaves.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum();
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), records / WORTH_A_THREAD));
        List<List<LeafReaderContext>> groups = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            groups.add(new ArrayList<>());
        }
        leaves.stream()
                .sorted(Comparator.comparingInt(
                                (LeafReaderContext leaf) -> leaf.reader().maxDoc())
                        .reversed())
                .forEach(leaf -> smallest(groups).add(leaf));
        return groups.stream()
                .filter(group -> !group.isEmpty())
                .map(ParallelSearcher::slice)
                .toArray(LeafSlice[]::new);
    }

    private static LeafSlice slice(List<LeafReaderContext> group) {
        group.sort(Comparator.comparingInt(leaf -> leaf.docBase));
        return new LeafSlice(group);
    }

    private static List<LeafReaderContext> smallest(List<List<LeafReaderContext>> groups) {
        return groups.stream()
                .min(Comparator.comparingInt(group ->
                        group.stream().mapToInt(leaf -> leaf.reader().maxDoc()).sum()))
                .orElseThrow();
    }
}
