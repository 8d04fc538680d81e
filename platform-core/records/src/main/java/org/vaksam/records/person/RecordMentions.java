package org.vaksam.records.person;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.vaksam.api.records.Place;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.spi.privacy.Person;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** Where a record names a person, and the record without them. */
final class RecordMentions {
    private final Person person;
    private final PersonValues values;

    RecordMentions(Person person) {
        this.person = person;
        values = new PersonValues(person);
    }

    /** The fields that name the person, as REST calls them. */
    List<String> in(RecordRow row) {
        var found = new ArrayList<String>();
        note(found, "title", row.title());
        note(found, "description", row.description());
        note(found, "place", row.place().map(Place::name).orElse(""));
        note(found, "source", row.externalKey().map(key -> key.key()).orElse(""));
        note(found, "assignee", row.assignee().orElse(""));
        note(found, "createdBy", row.createdBy().orElse(""));
        note(found, "updatedBy", row.updatedBy().orElse(""));
        row.fields().forEach((id, value) -> {
            if (values.isIn(value)) {
                found.add(id);
            }
        });
        return found;
    }

    /** The next version of the row, its people and texts without the person. */
    RecordRow without(RecordRow row, KindDefinition definition, Instant now) {
        var fields = new LinkedHashMap<String, Object>();
        row.fields()
                .forEach((id, value) -> without(definition.field(id), value).ifPresent(rest -> fields.put(id, rest)));
        return row.next(now, others(row.updatedBy()))
                .title(person.removedFrom(row.title()))
                .description(person.removedFrom(row.description()))
                .place(row.place()
                        .map(place -> new Place(person.removedFrom(place.name()), place.latitude(), place.longitude())))
                .assignee(others(row.assignee()))
                .created(row.createdAt(), others(row.createdBy()))
                .fields(fields)
                .build();
    }

    /** An account that is the person's is nobody's any more. */
    private Optional<Object> without(Optional<FieldDefinition> field, Object value) {
        return switch (field.map(FieldDefinition::type).orElse(FieldType.LONG_TEXT)) {
            case PERSON -> Optional.of(value).filter(id -> !person.hasAccount(id.toString()));
            case PEOPLE -> Optional.of(values.withoutAmongPeople(value));
            case UNIT, ASSET, FILE, PHOTO -> Optional.of(value);
            default -> Optional.of(values.without(value));
        };
    }

    private Optional<String> others(Optional<String> account) {
        return account.filter(id -> !person.hasAccount(id));
    }

    private void note(List<String> found, String field, String value) {
        if (person.isIn(value)) {
            found.add(field);
        }
    }
}
