package org.vaksam.insight.query;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.vaksam.spi.records.RecordSearch.Page;

/** One page of a list: continues after the last record seen, whatever was added meanwhile. */
final class ListSearch {
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

    /** The id is the tie-breaker, and so the last two sort values. */
    private static String id(FieldDoc hit) {
        int values = hit.fields.length;
        return new UUID((Long) hit.fields[values - 2], (Long) hit.fields[values - 1]).toString();
    }
}
