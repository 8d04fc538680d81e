package org.vaksam.records.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vaksam.records.definition.FieldDefinition;
import org.vaksam.records.definition.KindDefinition;
import org.vaksam.records.value.Directory;
import org.vaksam.records.value.DocumentsRule;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.RecordTypes.FieldType;

/** The documents that the fields of a form name. */
public final class Documents {
    private static final Set<FieldType> TYPES = Set.of(FieldType.FILE, FieldType.PHOTO);
    private static final DocumentsRule PHOTOS = new DocumentsRule(10);

    private Documents() {}

    /** Ids to the places at which they stand. */
    public static Map<String, String> in(KindDefinition definition, Map<String, Object> fields) {
        var places = new LinkedHashMap<String, String>();
        for (FieldDefinition field : definition.fields()) {
            if (TYPES.contains(field.type()) && fields.get(field.id()) instanceof List<?> ids) {
                for (int i = 0; i < ids.size(); i++) {
                    places.put(String.valueOf(ids.get(i)), "fields." + field.id() + "[" + i + "]");
                }
            }
        }
        return places;
    }

    /** The fields with other documents: each as this says, and none where it says nothing. */
    public static Map<String, Object> renamed(
            KindDefinition definition, Map<String, Object> fields, Function<String, Optional<String>> others) {
        var renamed = new LinkedHashMap<>(fields);
        for (FieldDefinition field : definition.fields()) {
            if (TYPES.contains(field.type()) && fields.get(field.id()) instanceof List<?> ids) {
                List<String> now = ids.stream()
                        .flatMap(id -> others.apply(String.valueOf(id)).stream())
                        .toList();
                renamed.put(field.id(), now);
                renamed.remove(field.id(), List.of());
            }
        }
        return renamed;
    }

    /**
     * Makes those that are new the record's, in its transaction.
     *
     * @throws org.vaksam.api.problem.Problem 422 for those that cannot be taken, 503 when nobody looks after documents
     */
    public static void take(
            Casework casework,
            String record,
            KindDefinition definition,
            Map<String, Object> before,
            Map<String, Object> after) {
        Map<String, String> wanted = in(definition, after);
        wanted.keySet().removeAll(in(definition, before).keySet());
        take(casework, record, wanted);
    }

    /** Photos of a new record that no field of its kind asks for: their ids to the places at which they stand. */
    static Map<String, String> photos(@Nullable Object given, Directory directory, Problems problems) {
        var places = new LinkedHashMap<String, String>();
        if (given != null
                && PHOTOS.read(given, Optional.empty(), "photos", directory, problems)
                                .orElse(null)
                        instanceof List<?> ids) {
            for (int i = 0; i < ids.size(); i++) {
                places.put(String.valueOf(ids.get(i)), "photos[" + i + "]");
            }
        }
        return places;
    }

    /** The same with ids to the places at which they stand. */
    static void take(Casework casework, String record, Map<String, String> wanted) {
        if (wanted.isEmpty()) {
            return;
        }
        var problems = new Problems();
        casework.attach(record, wanted.keySet())
                .forEach(id -> problems.add(
                        wanted.getOrDefault(id, "fields"),
                        "Finns inte, hör till en annan post eller är uppladdad av någon annan.",
                        "Does not exist, belongs to another record, or was uploaded by somebody else."));
        problems.throwIfAny();
    }
}
