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

    /** The same; the fields that are declared secret are. */
    Defaults withSecret(List<FieldDefinition> declared) {
        var marks = new HashMap<String, String>();
        declared.forEach(field -> field.secrecy().ifPresent(ground -> marks.put(field.id(), ground)));
        return new Defaults(secrecy.withFields(marks), severity, category, fields);
    }
}
