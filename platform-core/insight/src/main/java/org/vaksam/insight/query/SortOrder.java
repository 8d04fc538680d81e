package org.vaksam.insight.query;

import java.util.Map;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.vaksam.api.text.Text;
import org.vaksam.insight.schema.IndexSchema;

/**
 * The order of a list. The id decides between equals, so that every record has its one place.
 *
 * @param name       as in the address, with {@code -} for descending
 * @param descending the largest first
 */
record SortOrder(String name, String field, SortField.Type type, boolean descending) {
    static final String RELEVANCE = "relevance";

    private static final String NEWEST_FIRST = "-occurredAt";
    private static final Map<String, String> NUMBERS = Map.of(
            "occurredAt", IndexSchema.OCCURRED_AT,
            "createdAt", IndexSchema.CREATED_AT,
            "updatedAt", IndexSchema.UPDATED_AT,
            "severity", IndexSchema.SEVERITY_ORDER);
    private static final Map<String, String> WORDS =
            Map.of("number", IndexSchema.NUMBER, "title", IndexSchema.TITLE_ORDER);

    static SortOrder parse(String text, boolean hasWords) {
        String name = text.isEmpty() ? NEWEST_FIRST : text;
        boolean descending = name.startsWith("-");
        String field = descending ? name.substring(1) : name;
        if (RELEVANCE.equals(name) && hasWords) {
            return new SortOrder(name, "", SortField.Type.SCORE, true);
        }
        String numbers = NUMBERS.get(field);
        if (numbers != null) {
            return new SortOrder(name, numbers, SortField.Type.LONG, descending);
        }
        String words = WORDS.get(field);
        if (words != null) {
            return new SortOrder(name, words, SortField.Type.STRING, descending);
        }
        throw BadParameter.value(
                "sort",
                new Text(
                        "möjliga är occurredAt, createdAt, updatedAt, number, severity, title, med - framför för"
                                + " fallande, och relevance tillsammans med q",
                        "possible are occurredAt, createdAt, updatedAt, number, severity, title, with - in front for"
                                + " descending, and relevance together with q"));
    }

    Sort sort() {
        var high = new SortField(IndexSchema.ID_HIGH, SortField.Type.LONG, descending);
        var low = new SortField(IndexSchema.ID_LOW, SortField.Type.LONG, descending);
        return switch (type) {
            case SCORE -> new Sort(SortField.FIELD_SCORE, number(IndexSchema.OCCURRED_AT, true), high, low);
            case LONG -> new Sort(number(field, descending), high, low);
            default -> new Sort(new SortField(field, type, descending), high, low);
        };
    }

    private static SortField number(String field, boolean descending) {
        var number = new SortField(field, SortField.Type.LONG, descending);
        number.setMissingValue(descending ? Long.MIN_VALUE : Long.MAX_VALUE);
        return number;
    }
}
