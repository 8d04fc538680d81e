package org.vaksam.records.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.content.Changes;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.FieldType;
import org.vaksam.spi.records.Secrecy;

/**
 * The values of a record under another version of its definition. Nothing is thrown away: the value of a field that is gone
 * stays under its name, and one that does not fit the field any more stays under {@code name-vN} of the version it came from.
 *
 * @param left what has no place in the form any more, for the journal; an empty list for what is sensitive or secret
 */
record Carried(Map<String, Object> fields, Secrecy secrecy, Map<String, Object> left) {
    private static final Set<FieldType> POINTING =
            Set.of(FieldType.PERSON, FieldType.UNIT, FieldType.ASSET, FieldType.FILE, FieldType.PHOTO);

    static Carried of(RecordRow row, KindDefinition from, KindDefinition to) {
        var fields = new LinkedHashMap<String, Object>();
        var marks = new LinkedHashMap<>(row.secrecy().fields());
        var left = new TreeMap<String, Object>();
        row.fields().forEach((id, value) -> {
            Optional<FieldDefinition> field = to.field(id);
            boolean fits =
                    field.map(found -> fits(found, from.field(id), value)).orElse(false);
            String kept = field.isPresent() && !fits ? id + "-v" + from.version() : id;
            fields.put(kept, value);
            if (!kept.equals(id) && marks.containsKey(id)) {
                marks.put(kept, marks.get(id));
            }
            if (!fits && from.field(id).isPresent()) {
                left.put(Changes.FIELDS + id, isWithheld(row, from, id) ? List.of() : pair(value));
            }
        });
        return new Carried(fields, row.secrecy().withFields(marks), left);
    }

    /** What points at something outside the record fits wherever the same is pointed at. */
    private static boolean fits(FieldDefinition field, Optional<FieldDefinition> before, Object value) {
        if (POINTING.contains(field.type())) {
            return before.filter(same -> same.type() == field.type()).isPresent();
        }
        var problems = new Problems();
        boolean read = field.rule().read(value, field.id(), problems).isPresent();
        return read && problems.isEmpty();
    }

    private static boolean isWithheld(RecordRow row, KindDefinition from, String id) {
        return row.secrecy().isRestricted()
                || row.secrecy().covers(id)
                || from.field(id).map(FieldDefinition::sensitive).orElse(true);
    }

    private static Object pair(Object value) {
        var pair = new ArrayList<@Nullable Object>();
        pair.add(value);
        pair.add(null);
        return pair;
    }
}
