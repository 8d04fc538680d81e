package org.vaksam.insight.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.records.RecordSearch.Page;

/** One page of a list: continues after the last record seen, whatever was added meanwhile. */
final class ListSearch {
    private static final int STEP = 10_000;
    private static final int TOLD = 1_000;

    private final Query query;
    private final SortOrder order;
    private final Optional<FieldDoc> after;
    private final int limit;

    ListSearch(Query query, SortOrder order, Optional<String> cursor, int limit) {
        this.query = query;
        this.order = order;
        this.after = cursor.map(text -> Cursor.read(order, text));
        this.limit = limit;
    }

    Page run(IndexSearcher searcher) throws IOException {
        int wanted = limit + 1;
        var manager = new TopFieldCollectorManager(order.sort(), wanted, after.orElse(null), wanted);
        ScoreDoc[] hits = searcher.search(query, manager).scoreDocs;
        boolean more = hits.length == wanted;
        List<String> ids =
                Arrays.stream(hits).limit(limit).map(hit -> id((FieldDoc) hit)).toList();
        long total = after.isEmpty() && !more ? hits.length : searcher.count(query);
        Optional<String> next = more ? Optional.of(Cursor.write(order, (FieldDoc) hits[limit - 1])) : Optional.empty();
        return new Page(ids, total, next);
    }

    /** Everything, in large steps so that few are needed, and told in small ones. */
    static void all(IndexSearcher searcher, Query query, SortOrder order, Consumer<List<String>> pages)
            throws IOException {
        @Nullable FieldDoc last = null;
        ScoreDoc[] hits;
        do {
            hits = searcher.search(query, new TopFieldCollectorManager(order.sort(), STEP, last, 1)).scoreDocs;
            List<String> ids =
                    Arrays.stream(hits).map(hit -> id((FieldDoc) hit)).toList();
            for (int from = 0; from < ids.size(); from += TOLD) {
                pages.accept(ids.subList(from, Math.min(ids.size(), from + TOLD)));
            }
            last = hits.length == 0 ? null : (FieldDoc) hits[hits.length - 1];
        } while (hits.length == STEP);
    }

    /** The id is the tie-breaker, and so the last two sort values. */
    private static String id(FieldDoc hit) {
        int values = hit.fields.length;
        return new UUID((Long) hit.fields[values - 2], (Long) hit.fields[values - 1]).toString();
    }
}
