package org.vaksam.records.value;

import java.util.Optional;

/** A place; stored as it is shown. */
public record PlaceRule() implements ValueRule {
    @Override
    public Optional<Object> read(Object value, String path, Problems problems) {
        return Places.read(value, path, problems).map(Places::toJson);
    }
}
