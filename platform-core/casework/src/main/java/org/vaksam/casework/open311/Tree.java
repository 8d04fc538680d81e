package org.vaksam.casework.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What GeoReport answers with, before it is known whether as XML or as JSON. */
sealed interface Tree {
    /** Members in order; a text, number, truth value or nothing are leaves. */
    record Node(Map<String, @Nullable Object> members) implements Tree {
        static Node of() {
            return new Node(new LinkedHashMap<>());
        }

        Node with(String name, @Nullable Object value) {
            members.put(name, value);
            return this;
        }
    }

    /** Several of one kind: an array in JSON; in XML elements of this name. */
    record Several(String each, List<?> items) implements Tree {}
}
