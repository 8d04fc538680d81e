package org.vaksam.insight.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** From the filters and words of a request to one query that carries the caller's permissions. */
@Component(service = QueryBuilder.class)
public final class QueryBuilder {
    private static final int LONGEST_VALUE = 500;
    private static final int MOST_VALUES = 100;

    private final QueryReader reader;

    @Activate
    public QueryBuilder(@Reference QueryReader reader) {
        this.reader = reader;
    }

    /** The day that it is where the organisation is. */
    public LocalDate today() {
        return reader.today();
    }

    /**
     * The query.
     *
     * @param others further parameters of the address, to be named when one is unknown
     */
    public Query build(Scope scope, Map<String, List<String>> filters, String text, List<String> others) {
        FilterParser parser = reader.filters(scope);
        List<Query> queries = new ArrayList<>();
        for (Map.Entry<String, List<String>> filter : new TreeMap<>(filters).entrySet()) {
            checkLimits(filter.getKey(), filter.getValue());
            if (!filter.getValue().isEmpty()) {
                queries.add(parser.parse(filter.getKey(), filter.getValue())
                        .orElseThrow(() -> Problem.unknownParameter(
                                filter.getKey(),
                                Stream.concat(others.stream(), parser.names().stream())
                                        .toList())));
            }
        }
        List<Understood> typed = text.isBlank() ? List.of() : reader.read(scope, text);
        return all(scope.visible(), queries, typed, !text.isBlank());
    }

    private Query all(Query visible, List<Query> queries, List<Understood> typed, boolean words) {
        if (queries.isEmpty() && !words) {
            return visible;
        }
        var all = new BooleanQuery.Builder();
        if (!(visible instanceof MatchAllDocsQuery)) {
            all.add(visible, Occur.FILTER);
        }
        queries.forEach(query -> all.add(query, Occur.FILTER));
        if (words) {
            reader.add(typed, all);
        }
        return all.build();
    }

    private static void checkLimits(String name, List<String> values) {
        if (values.size() > MOST_VALUES) {
            throw BadParameter.value(name, new Text("högst 100 värden", "at most 100 values"));
        }
        if (values.stream().anyMatch(value -> value.length() > LONGEST_VALUE)) {
            throw BadParameter.value(name, new Text("högst 500 tecken", "at most 500 characters"));
        }
    }
}
