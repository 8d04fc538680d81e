package org.vaksam.records.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.records.value.Json;

/**
 * A kind together with what it takes from its type's base: the base's fields first unless the kind redefines them, everything
 * else from the kind if it says it at all.
 *
 * @param origins which file a part came from, by section name or {@code fields[id]}
 */
record DefinitionMerge(ObjectNode json, Map<String, String> origins) {
    private static final List<String> NOT_MERGED = List.of("$schema", "type", "kind", "version", "fields");

    static DefinitionMerge of(DefinitionFile kind, Optional<DefinitionFile> base) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        var origins = new HashMap<String, String>();
        json.put("type", kind.type());
        json.put("kind", kind.kind().orElseThrow());
        for (String section : DefinitionFile.KEYS) {
            if (!NOT_MERGED.contains(section)) {
                base.ifPresent(file -> take(section, file, json, origins));
                take(section, kind, json, origins);
            }
        }
        fields(kind, base, json, origins);
        return new DefinitionMerge(json, origins);
    }

    /** The file in which this path is written. */
    String origin(String path) {
        int bracket = path.indexOf(']');
        if (path.startsWith("fields[") && bracket > 0) {
            return origins.getOrDefault(path.substring(0, bracket + 1), "");
        }
        String section = path.split("[.\\[]", 2)[0];
        return origins.getOrDefault(section, origins.getOrDefault("fields", ""));
    }

    private static void take(String section, DefinitionFile file, ObjectNode json, Map<String, String> origins) {
        JsonNode value = file.json().path(section);
        if (!value.isMissingNode()) {
            json.set(section, value);
            origins.put(section, file.name());
        }
    }

    private static void fields(
            DefinitionFile kind, Optional<DefinitionFile> base, ObjectNode json, Map<String, String> origins) {
        var merged = json.putArray("fields");
        var own = new HashSet<String>();
        kind.json().path("fields").forEach(field -> own.add(field.path("id").asText()));
        base.ifPresent(file -> file.json().path("fields").forEach(field -> {
            if (!own.contains(field.path("id").asText())) {
                merged.add(field);
                origins.put("fields[" + field.path("id").asText() + "]", file.name());
            }
        }));
        kind.json().path("fields").forEach(field -> {
            merged.add(field);
            origins.put("fields[" + field.path("id").asText() + "]", kind.name());
        });
        origins.put("fields", kind.name());
    }
}
