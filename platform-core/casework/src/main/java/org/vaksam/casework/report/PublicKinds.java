package org.vaksam.casework.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.spi.records.RecordTypes;
import org.vaksam.spi.records.RecordTypes.Definition;
import org.vaksam.spi.records.RecordTypes.Type;

/** The kinds whose definitions say {@code "public": true}, of modules that are there. */
@Component(service = PublicKinds.class)
public final class PublicKinds {
    private final RecordTypes types;

    @Activate
    public PublicKinds(@Reference RecordTypes types) {
        this.types = types;
    }

    /** In the order of types, and of titles within a type. */
    public List<PublicKind> all() {
        Map<String, PublicKind> kinds = new LinkedHashMap<>();
        for (Type type : types.types()) {
            if (!type.dormant()) {
                for (Definition definition : types.definitions(type.name())) {
                    if (isPublic(definition)) {
                        String key = kinds.containsKey(definition.kind())
                                ? type.name().replace('.', '-') + "-" + definition.kind()
                                : definition.kind();
                        kinds.put(key, new PublicKind(key, definition, type.titles(), fields(definition)));
                    }
                }
            }
        }
        return List.copyOf(kinds.values());
    }

    public Optional<PublicKind> find(String key) {
        return all().stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    /** The kind of a record, if it is public. */
    public Optional<PublicKind> of(String type, String kind) {
        return all().stream()
                .filter(one -> one.type().equals(type) && one.kind().equals(kind))
                .findFirst();
    }

    /** Public, still in use, and without a field that must be filled in and that no public form can ask for. */
    private static boolean isPublic(Definition definition) {
        Map<String, Map<?, ?>> json = json(definition);
        return Boolean.TRUE.equals(definition.json().get("public"))
                && !Boolean.TRUE.equals(definition.json().get("retired"))
                && definition.fields().stream()
                        .allMatch(field -> PublicField.canAsk(field.type()) || !isRequired(json.get(field.id())));
    }

    private static boolean isRequired(@Nullable Map<?, ?> field) {
        return field != null && Boolean.TRUE.equals(field.get("required")) && field.get("showIf") == null;
    }

    private static List<PublicField> fields(Definition definition) {
        Map<String, Map<?, ?>> json = json(definition);
        return definition.fields().stream()
                .map(field -> new PublicField(field, json.getOrDefault(field.id(), Map.of())))
                .filter(field -> PublicField.isPublic(field.field(), field.json()))
                .toList();
    }

    /** The fields as they stand in the definition, by id. */
    private static Map<String, Map<?, ?>> json(Definition definition) {
        Map<String, Map<?, ?>> json = new HashMap<>();
        if (definition.json().get("fields") instanceof List<?> fields) {
            for (Object field : fields) {
                if (field instanceof Map<?, ?> map) {
                    json.put(String.valueOf(map.get("id")), map);
                }
            }
        }
        return json;
    }
}
