package org.vaksam.web.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vaksam.api.text.Text;

/** What a value should have been, in words for people who do not know Java. */
final class ExpectedTypes {
    private ExpectedTypes() {}

    static Text expected(@Nullable Class<?> type) {
        if (type == null) {
            return new Text("Värdet har fel form.", "The value has the wrong form.");
        }
        if (type.isEnum()) {
            String values =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return new Text("Ska vara ett av: " + values + ".", "Must be one of: " + values + ".");
        }
        if (type == Boolean.class || type == boolean.class) {
            return new Text("Ska vara true eller false.", "Must be true or false.");
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return new Text("Ska vara ett tal.", "Must be a number.");
        }
        if (type == String.class) {
            return new Text("Ska vara en text.", "Must be a text.");
        }
        if (type == Instant.class) {
            return new Text(
                    "Ska vara en tidpunkt, till exempel 2026-11-22T15:04:05Z.",
                    "Must be a time, for example 2026-11-22T15:04:05Z.");
        }
        if (type == LocalDate.class) {
            return new Text("Ska vara ett datum, till exempel 2026-11-22.", "Must be a date, for example 2026-11-22.");
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return new Text("Ska vara en lista.", "Must be a list.");
        }
        if (Map.class.isAssignableFrom(type) || type.isRecord()) {
            return new Text("Ska vara ett objekt.", "Must be an object.");
        }
        return new Text("Värdet har fel form.", "The value has the wrong form.");
    }
}
