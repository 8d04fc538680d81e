package org.vaksam.insight.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.CalendarParts;
import org.vaksam.insight.schema.Dimension;
import org.vaksam.insight.schema.Dimensions;
import org.vaksam.insight.schema.IndexSchema;
import org.vaksam.spi.records.RecordTypes;

/** Turns one filter of an address into a query: any of its values. */
final class FilterParser {
    private static final String NUMBER = "number";
    private static final String BBOX = "bbox";
    private static final String IS = "is";
    private static final String HAS = "has";
    private static final List<String> TIMES =
            List.of(IndexSchema.OCCURRED_AT, IndexSchema.CREATED_AT, IndexSchema.UPDATED_AT, IndexSchema.ACTION_DUE);
    private static final List<String> IS_VALUES = List.of("open", "closed", "merged", "overdue");
    private static final long UNIT = 10_000;
    /** What a record may have that is no filter by itself. */
    private static final List<String> COUNTED = List.of(IndexSchema.ACTIONS, IndexSchema.FILES);

    private static final Set<RecordTypes.FieldType> NUMBERS =
            Set.of(RecordTypes.FieldType.NUMBER, RecordTypes.FieldType.MONEY);
    private static final Set<RecordTypes.FieldType> FIELD_TIMES =
            Set.of(RecordTypes.FieldType.DATE, RecordTypes.FieldType.TIME);
    private static final Pattern SEVERITY = Pattern.compile("[0-4]");

    private final Scope scope;
    private final People people;
    private final LocalDate today;

    FilterParser(Scope scope, People people, LocalDate today) {
        this.scope = scope;
        this.people = people;
        this.today = today;
    }

    /** The query of a filter; empty when there is no filter of this name. */
    Optional<Query> parse(String name, List<String> values) {
        if (TIMES.contains(name)) {
            return Optional.of(any(values, value -> time(name, name, value)));
        }
        return switch (name) {
            case NUMBER ->
                Optional.of(any(values, value -> new TermQuery(new Term(IndexSchema.NUMBER, value.strip()))));
            case BBOX ->
                Optional.of(any(values, value -> BoundingBox.parse(name, value).query()));
            case IS -> Optional.of(any(values, value -> is(value.strip())));
            case HAS -> Optional.of(any(values, value -> has(value.strip())));
            default -> field(name, values);
        };
    }

    /** A number or a time of a form is asked for by a range; what is a dimension, by its key. */
    private Optional<Query> field(String name, List<String> values) {
        Optional<Dimension> dimension = scope.dimensions().find(name);
        Optional<RecordTypes.Field> field = scope.dimensions().field(name);
        boolean number =
                field.map(RecordTypes.Field::type).filter(NUMBERS::contains).isPresent();
        boolean time =
                field.map(RecordTypes.Field::type).filter(FIELD_TIMES::contains).isPresent();
        if (number) {
            return Optional.of(any(
                    values, value -> number(name, IndexSchema.number(field.get().id()), value)));
        }
        if (time) {
            return Optional.of(
                    any(values, value -> time(name, IndexSchema.time(field.get().id()), value)));
        }
        return dimension.map(found -> any(values, value -> key(found, checked(name, value))));
    }

    private static Query number(String name, String field, String value) {
        if (IndexSchema.NONE.equals(value)) {
            return without(field);
        }
        NumberRange range = NumberRange.parse(name, value);
        return LongPoint.newRangeQuery(field, range.first(), range.last());
    }

    private Query is(String value) {
        return switch (value) {
            case "open", "closed" -> term(Dimensions.PHASE, value);
            case "merged" -> term(Dimensions.MERGED, "true");
            case "overdue" -> LongPoint.newRangeQuery(IndexSchema.ACTION_DUE, Long.MIN_VALUE, startOfToday() - 1);
            default -> throw BadParameter.value(IS, possible(IS_VALUES));
        };
    }

    private Query has(String value) {
        if (COUNTED.contains(value)) {
            return new FieldExistsQuery(value);
        }
        return parse(value, List.of(IndexSchema.NONE))
                .<Query>map(none -> new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.FILTER)
                        .add(none, Occur.MUST_NOT)
                        .build())
                .filter(query -> !value.equals(IS) && !value.equals(HAS) && !value.equals(BBOX))
                .orElseThrow(() -> BadParameter.value(
                        HAS,
                        possible(Stream.concat(COUNTED.stream(), names().stream())
                                .toList())));
    }

    private long startOfToday() {
        return today.atStartOfDay(SwedishTime.ZONE).toInstant().toEpochMilli();
    }

    private static Text possible(List<String> names) {
        String all = String.join(", ", names);
        return new Text("möjliga är " + all, "possible are " + all);
    }

    /** All names there are. */
    List<String> names() {
        return Stream.concat(
                        scope.dimensions().names().stream(),
                        Stream.concat(TIMES.stream(), Stream.of(NUMBER, BBOX, IS, HAS)))
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
        if (dimension.equals(Dimensions.SEVERITY) && Interval.parse(value).isPresent()) {
            return severities(value);
        }
        return term(dimension, value);
    }

    private static Query none(Dimension dimension) {
        if (!dimension.sparse()) {
            return term(dimension, IndexSchema.NONE);
        }
        return without(dimension.field());
    }

    private Query time(String name, String field, String value) {
        if (IndexSchema.NONE.equals(value)) {
            return without(field);
        }
        TimeRange range = TimeRange.parse(name, value, today);
        return LongPoint.newRangeQuery(field, range.first(), range.last());
    }

    private static Query without(String field) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.FILTER)
                .add(new FieldExistsQuery(field), Occur.MUST_NOT)
                .build();
    }

    private static Query severities(String range) {
        NumberRange numbers = NumberRange.parse(Dimensions.SEVERITY.id(), range);
        return LongPoint.newRangeQuery(
                IndexSchema.SEVERITY_ORDER,
                -Math.floorDiv(-Math.max(numbers.first(), -UNIT), UNIT),
                Math.floorDiv(numbers.last(), UNIT));
    }

    private static Query term(Dimension dimension, String value) {
        return new TermQuery(new Term(dimension.field(), IndexSchema.key(value)));
    }

    private static String checked(String name, String value) {
        String stripped = value.strip();
        boolean severity = !name.equals(Dimensions.SEVERITY.id())
                || SEVERITY.matcher(stripped).matches()
                || Interval.parse(stripped).isPresent();
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
