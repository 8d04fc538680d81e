package org.vaksam.insight.query;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.text.Text;
import org.vaksam.insight.index.IndexHome;
import org.vaksam.spi.records.RecordQuery;
import org.vaksam.spi.records.RecordSearch;

/** Answers lists and searches from the index. */
@Component
public final class IndexedRecordSearch implements RecordSearch {
    private static final int LARGEST_PAGE = 200;
    private static final List<String> OTHERS = List.of("q", "sort", "limit", "cursor");

    private final IndexHome index;
    private final Scopes scopes;
    private final QueryBuilder queries;

    @Activate
    public IndexedRecordSearch(@Reference IndexHome index, @Reference Scopes scopes, @Reference QueryBuilder queries) {
        this.index = index;
        this.scopes = scopes;
        this.queries = queries;
    }

    @Override
    public Page search(RecordQuery request) {
        if (request.limit() < 1 || request.limit() > LARGEST_PAGE) {
            throw BadParameter.value(
                    "limit", new Text("skriv ett tal från 1 till 200", "write a number from 1 to 200"));
        }
        var search = new ListSearch(query(request), order(request), request.cursor(), request.limit());
        return index.search((searcher, ordinals) -> search.run(searcher));
    }

    @Override
    public long all(RecordQuery request, long most, Consumer<List<String>> pages) {
        Query query = query(request);
        SortOrder order = order(request);
        return index.search((searcher, ordinals) -> {
            long total = searcher.count(query);
            if (total <= most) {
                ListSearch.all(searcher, query, order, pages);
            }
            return total;
        });
    }

    private Query query(RecordQuery request) {
        return queries.build(scopes.of(request.types()), request.filters(), request.text(), OTHERS);
    }

    private static SortOrder order(RecordQuery request) {
        return SortOrder.parse(request.sort(), !request.text().isBlank());
    }

    @Override
    public boolean hasAll(Duration limit) throws InterruptedException {
        return index.hasAll(limit);
    }
}
