package org.vaksam.records.definition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.vaksam.records.value.Json;
import org.vaksam.records.value.Problems;
import org.vaksam.spi.records.Secrecy;

/** Understands a resolved definition. */
public final class DefinitionReader {
    static final int LONGEST_GROUND = 200;

    private DefinitionReader() {}

    /** A definition as it was stored; it was checked before that. */
    public static KindDefinition stored(String kind, int version, String json) {
        try {
            var root = new JsonObject("", Json.MAPPER.readTree(json), new Problems());
            return read(root, kind, version, json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Definition " + kind + " version " + version + " is damaged", e);
        }
    }

    static KindDefinition read(JsonObject root, String kind, int version, String json) {
        List<FieldDefinition> fields = FieldReader.read(root);
        var parties = new Parties(root.raw("type").asText());
        return new KindDefinition(
                kind,
                version,
                root.label("title"),
                fields,
                ProcessReader.states(root),
                root.required("initial", root.text("initial", 40)).orElse(""),
                ProcessReader.transitions(root, parties),
                RouteReader.read(root, parties),
                DeadlineReader.read(root, parties),
                root.object("defaults")
                        .map(defaults -> defaults(defaults, fields))
                        .orElse(Defaults.NONE)
                        .withFields(fields),
                json);
    }

    private static Defaults defaults(JsonObject json, List<FieldDefinition> fields) {
        var severity = json.whole("severity", 0, 4);
        return new Defaults(
                secrecy(json),
                severity.isPresent() ? OptionalInt.of(severity.get()) : OptionalInt.empty(),
                json.text("category", 100),
                json.object("fields")
                        .map(values -> values(values, json.raw("fields"), fields))
                        .orElse(Map.of()));
    }

    private static Secrecy secrecy(JsonObject json) {
        String level = json.oneOf("secrecy", Secrecy.LEVELS).orElse("internal");
        Optional<String> ground = json.text("secrecyGround", LONGEST_GROUND);
        if (level.equals(Secrecy.RESTRICTED)) {
            json.required("secrecyGround", ground);
        }
        return Secrecy.of(level).withGround(ground.orElse(""));
    }

    private static Map<String, Object> values(JsonObject json, JsonNode node, List<FieldDefinition> fields) {
        var values = new HashMap<String, Object>();
        List<String> known = fields.stream().map(FieldDefinition::id).toList();
        json.only(known);
        for (FieldDefinition field : fields) {
            JsonNode value = node.path(field.id());
            if (!value.isMissingNode()) {
                field.rule()
                        .read(Json.plain(value), json.at(field.id()), json.problems())
                        .ifPresent(read -> values.put(field.id(), read));
            }
        }
        return values;
    }
}
