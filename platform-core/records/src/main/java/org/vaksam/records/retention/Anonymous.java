package org.vaksam.records.retention;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** What is left of a record without what is personal and what is free text: enough to be counted. */
final class Anonymous {
    private static final Set<FieldType> FIGURES = Set.of(
            FieldType.NUMBER,
            FieldType.RANGE,
            FieldType.MONEY,
            FieldType.DATE,
            FieldType.TIME,
            FieldType.CHOICE,
            FieldType.TREE,
            FieldType.BOOLEAN,
            FieldType.UNIT,
            FieldType.ASSET);

    private Anonymous() {}

    /** The next version of the row; its title is its number. */
    static RecordRow of(RecordRow row, KindDefinition definition, Instant now) {
        return row.next(now, Optional.empty())
                .title(row.number())
                .description("")
                .place(Optional.empty())
                .assignee(Optional.empty())
                .externalKey(Optional.empty())
                .created(row.createdAt(), Optional.empty())
                .fields(figures(row, definition))
                .build();
    }

    private static Map<String, Object> figures(RecordRow row, KindDefinition definition) {
        var kept = new LinkedHashMap<String, Object>();
        row.fields().forEach((id, value) -> {
            if (definition.field(id).filter(Anonymous::isFigure).isPresent()) {
                kept.put(id, value);
            }
        });
        return kept;
    }

    private static boolean isFigure(FieldDefinition field) {
        return FIGURES.contains(field.type()) && !field.sensitive();
    }
}
