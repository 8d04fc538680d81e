package org.vaksam.insight.language;

import java.util.List;

/** One demand of a typed query; all of them hold. */
public sealed interface Clause {
    /** Whether what it says must not be so: {@code -} stands before it. */
    boolean excluded();

    /** How words are matched. */
    enum Form {
        WORD,
        PREFIX,
        PHRASE,
        SIMILAR
    }

    /** {@code word}, {@code prefix*}, {@code similar~}, {@code "a phrase"}. */
    record Words(boolean excluded, Form form, String text) implements Clause {}

    /** {@code field:value} or {@code field:(value,value)}: any of the values; none when nothing was written yet. */
    record Condition(boolean excluded, String field, List<String> values) implements Clause {
        public Condition {
            values = List.copyOf(values);
        }
    }
}
