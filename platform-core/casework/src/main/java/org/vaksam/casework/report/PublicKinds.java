package org.vaksam.casework.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static boolean isPublic(Definition definition) {
        return Boolean.TRUE.equals(definition.json().get("public"))
                && !Boolean.TRUE.equals(definition.json().get("retired"));
    }

    private static List<PublicField> fields(Definition definition) {
        var json = new HashMap<String, Map<?, ?>>();
        if (definition.json().get("fields") instanceof List<?> fields) {
            for (Object field : fields) {
                if (field instanceof Map<?, ?> map) {
                    json.put(String.valueOf(map.get("id")), map);
                }
            }
        }
        return definition.fields().stream()
                .map(field -> new PublicField(field, json.getOrDefault(field.id(), Map.of())))
                .filter(field -> PublicField.isPublic(field.field(), field.json()))
                .toList();
    }
}
