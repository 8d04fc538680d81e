package org.vaksam.insight.schema;

import org.vaksam.api.text.Text;

/**
 * A way to divide records: a filter, a facet and an edge of the cross table under one name.
 *
 * @param id    as in addresses, {@code month} or {@code fields.form}
 * @param title for people
 * @param order how its keys are sorted
 */
public record Dimension(String id, Text title, Order order) {
    private static final String FIELDS = "fields.";

    /** How keys follow each other. */
    public enum Order {
        TEXT,
        NUMBER
    }

    /** The dimension of a facet of a definition. */
    public static Dimension ofField(String field, Text label) {
        return new Dimension(fieldId(field), label, Order.TEXT);
    }

    /** The id of a field's dimension. */
    public static String fieldId(String field) {
        return FIELDS + field;
    }

    /** Name in the index. */
    public String field() {
        return "dim." + id;
    }

    /** A facet of a definition: most records have no value, and then the document has none either. */
    public boolean sparse() {
        return id.startsWith(FIELDS);
    }
}
