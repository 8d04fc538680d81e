package org.vaksam.insight.schema;

import org.vaksam.api.text.Text;

/**
 * A way to divide records: a filter, a facet and an edge of the cross table under one name.
 *
 * @param id    as in addresses, {@code month} or {@code fields.form}
 * @param field name in the index
 * @param title for people
 * @param order how its keys are sorted
 */
public record Dimension(String id, String field, Text title, Order order) {
    private static final String FIELDS = "fields.";

    /** How keys follow each other. */
    public enum Order {
        TEXT,
        NUMBER
    }

    /** A dimension of the header. */
    static Dimension ofHeader(String id, Text title, Order order) {
        return new Dimension(id, indexField(id), title, order);
    }

    /** The dimension of a facet of a definition. */
    public static Dimension ofField(String field, Text label) {
        return new Dimension(fieldId(field), indexField(fieldId(field)), label, Order.TEXT);
    }

    /** The id of a field's dimension. */
    public static String fieldId(String field) {
        return FIELDS + field;
    }

    /** A facet of a definition: most records have no value, and then the document has none either. */
    public boolean sparse() {
        return id.startsWith(FIELDS);
    }

    private static String indexField(String id) {
        return "dim." + id;
    }
}
