package org.vaksam.records.definition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.spi.records.Secrecy;

/** What a new record has when nobody says otherwise. */
public record Defaults(Secrecy secrecy, OptionalInt severity, Optional<String> category, Map<String, Object> fields) {
    /** No defaults at all. */
    public static final Defaults NONE =
            new Defaults(Secrecy.of("internal"), OptionalInt.empty(), Optional.empty(), Map.of());

    /** The same with what the fields themselves say: values, where there is none yet, and what is secret. */
    Defaults withFields(List<FieldDefinition> declared) {
        var marks = new HashMap<String, String>();
        declared.forEach(field -> field.secrecy().ifPresent(ground -> marks.put(field.id(), ground)));
        var values = new HashMap<String, Object>();
        declared.forEach(field -> field.initial().ifPresent(value -> values.put(field.id(), value)));
        values.putAll(fields);
        return new Defaults(secrecy.withFields(marks), severity, category, values);
    }
}
