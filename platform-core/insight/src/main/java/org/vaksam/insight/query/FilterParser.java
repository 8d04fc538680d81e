package org.vaksam.insight.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.CalendarParts;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;

/** Turns one filter of an address into a query: any of its values. */
final class FilterParser {
    private static final String NUMBER = "number";
    private static final String BBOX = "bbox";
    private static final List<String> TIMES =
            List.of(IndexSchema.OCCURRED_AT, IndexSchema.CREATED_AT, IndexSchema.UPDATED_AT, IndexSchema.ACTION_DUE);
    private static final Pattern SEVERITY = Pattern.compile("[0-4]");
    private static final Pattern SEVERITY_RANGE = Pattern.compile("[0-4]?\\.\\.[0-4]?");

    private final Scope scope;
    private final People people;

    FilterParser(Scope scope, People people) {
        this.scope = scope;
        this.people = people;
    }

    /** The query of a filter; empty when there is no filter of this name. */
    Optional<Query> parse(String name, List<String> values) {
        if (TIMES.contains(name)) {
            return Optional.of(any(values, value -> time(name, value)));
        }
        return switch (name) {
            case NUMBER ->
                Optional.of(any(values, value -> new TermQuery(new Term(IndexSchema.NUMBER, value.strip()))));
            case BBOX ->
                Optional.of(any(values, value -> BoundingBox.parse(name, value).query()));
            default ->
                scope.dimensions()
                        .find(name)
                        .map(dimension -> any(values, value -> key(dimension, checked(name, value))));
        };
    }

    /** All names there are. */
    List<String> names() {
        return Stream.concat(scope.dimensions().ids().stream(), Stream.concat(TIMES.stream(), Stream.of(NUMBER, BBOX)))
                .distinct()
                .toList();
    }

    private Query key(Dimension dimension, String value) {
        if (IndexSchema.NONE.equals(value)) {
            return none(dimension);
        }
        if (dimension.equals(Dimensions.UNIT)) {
            return people.unit(value);
        }
        if (dimension.equals(Dimensions.ASSET)) {
            return people.asset(value);
        }
        if (dimension.equals(Dimensions.ASSIGNEE)) {
            return term(dimension, people.assignee(value, scope.caller()));
        }
        if (dimension.equals(Dimensions.SEVERITY)
                && SEVERITY_RANGE.matcher(value).matches()) {
            return severities(value);
        }
        return term(dimension, value);
    }

    private static Query none(Dimension dimension) {
        if (!dimension.sparse()) {
            return term(dimension, IndexSchema.NONE);
        }
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(new FieldExistsQuery(dimension.field()), Occur.MUST_NOT)
                .build();
    }

    private static Query time(String name, String value) {
        if (IndexSchema.NONE.equals(value)) {
            return new BooleanQuery.Builder()
                    .add(new MatchAllDocsQuery(), Occur.FILTER)
                    .add(new FieldExistsQuery(name), Occur.MUST_NOT)
                    .build();
        }
        TimeRange range = TimeRange.parse(name, value);
        return LongPoint.newRangeQuery(name, range.first(), range.last());
    }

    private static Query severities(String range) {
        int dots = range.indexOf("..");
        int first = dots == 0 ? 0 : Integer.parseInt(range.substring(0, dots));
        int last = dots + 2 == range.length() ? 4 : Integer.parseInt(range.substring(dots + 2));
        return LongPoint.newRangeQuery(IndexSchema.SEVERITY_ORDER, first, last);
    }

    private static Query term(Dimension dimension, String value) {
        return new TermQuery(new Term(dimension.field(), IndexSchema.key(value)));
    }

    private static String checked(String name, String value) {
        String stripped = value.strip();
        boolean severity = !name.equals(Dimensions.SEVERITY.id())
                || SEVERITY.matcher(stripped).matches()
                || SEVERITY_RANGE.matcher(stripped).matches();
        boolean plausible = severity && CalendarParts.plausible(name, stripped);
        if (stripped.isEmpty() || !(plausible || IndexSchema.NONE.equals(stripped))) {
            throw BadParameter.value(
                    name,
                    new Text(
                            "värdet " + shown(value) + " är inte möjligt",
                            "the value " + shown(value) + " is not possible"));
        }
        return stripped;
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 40) + "…" : value;
    }

    private static Query any(List<String> values, Function<String, Query> parser) {
        var queries = new ArrayList<Query>();
        new TreeSet<>(values).forEach(value -> queries.add(parser.apply(value)));
        if (queries.size() == 1) {
            return queries.get(0);
        }
        var any = new BooleanQuery.Builder();
        queries.forEach(query -> any.add(query, Occur.SHOULD));
        return any.build();
    }
}
