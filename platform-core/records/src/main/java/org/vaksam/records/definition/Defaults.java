package org.vaksam.records.definition;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** What a new record has when nobody says otherwise. */
public record Defaults(
        Optional<String> secrecy, OptionalInt severity, Optional<String> category, Map<String, Object> fields) {
    /** No defaults at all. */
    public static final Defaults NONE = new Defaults(Optional.empty(), OptionalInt.empty(), Optional.empty(), Map.of());
}
