package org.vaksam.casework.report;

import java.util.List;
import org.vaksam.api.text.Text;
import org.vaksam.spi.records.RecordTypes.Definition;

/**
 * A kind of record that may be reported without an account.
 *
 * @param key   its name in addresses, unique
 * @param group what its record type is called
 */
public record PublicKind(String key, Definition definition, Text group, List<PublicField> fields) {
    public PublicKind {
        fields = List.copyOf(fields);
    }

    public String type() {
        return definition.type();
    }

    public String kind() {
        return definition.kind();
    }

    public Text title() {
        return definition.title();
    }

    /** A state's label; the id of one that is not there any more. */
    public Text state(String id) {
        return definition.states().stream()
                .filter(state -> state.id().equals(id))
                .findFirst()
                .map(state -> state.label())
                .orElse(Text.same(id));
    }
}
