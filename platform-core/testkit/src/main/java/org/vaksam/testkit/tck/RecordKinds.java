package org.vaksam.testkit.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The kinds of records a module defines, and the smallest record of each. */
final class RecordKinds {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** One kind of a record type. */
    record Kind(String address, JsonNode definition) {
        String name() {
            return definition.path("type").asText() + " "
                    + definition.path("kind").asText();
        }

        /** A record with nothing but what is required. */
        String smallest() {
            ObjectNode record = NODES.objectNode().put("title", "Smallest possible");
            if (definition.path("kind").isTextual()) {
                record.set("kind", definition.get("kind"));
            }
            ObjectNode fields = record.putObject("fields");
            definition.path("fields").forEach(field -> {
                if (field.path("required").asBoolean() && !field.has("showIf")) {
                    fields.set(field.path("id").asText(), value(field));
                }
            });
            return record.toString();
        }

        /** States that no transition leads to. */
        List<String> unreachable() {
            var reached = new HashSet<String>();
            var next = new ArrayDeque<>(List.of(definition.path("initial").asText()));
            while (!next.isEmpty()) {
                String state = next.pop();
                if (reached.add(state)) {
                    definition.path("transitions").forEach(transition -> {
                        if (contains(transition.path("from"), state)) {
                            next.add(transition.path("to").asText());
                        }
                    });
                }
            }
            var lost = new ArrayList<String>();
            definition.path("states").forEach(state -> {
                if (!reached.contains(state.path("id").asText())) {
                    lost.add(name() + ": no transition leads to the state "
                            + state.path("id").asText());
                }
            });
            return lost;
        }
    }

    private RecordKinds() {}

    /** As the platform has taken them in. */
    static List<Kind> of(PlatformClient client, ModuleUnderTest module) {
        var kinds = new ArrayList<Kind>();
        for (JsonNode type : module.descriptor().path("records")) {
            String address = "/api/" + module.id() + "/" + type.path("path").asText();
            client.get(address + "/definition")
                    .expect(200)
                    .body()
                    .path("kinds")
                    .forEach(kind -> kinds.add(new Kind(address, kind)));
        }
        return kinds;
    }

    private static JsonNode value(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "number", "money" -> field.has("min") ? field.get("min") : NODES.numberNode(1);
            case "date" -> NODES.textNode("2026-01-02");
            case "time" -> NODES.textNode("2026-01-02T03:04:05Z");
            case "choice" -> field.path("choices").path(0).path("id");
            case "boolean" -> NODES.booleanNode(true);
            case "people" -> {
                ObjectNode person = NODES.objectNode();
                person.set("role", field.path("roles").path(0));
                yield NODES.arrayNode().add(person.put("name", "Kim"));
            }
            default -> NODES.textNode("x");
        };
    }

    private static boolean contains(JsonNode words, String word) {
        for (JsonNode each : words) {
            if (each.asText().equals(word)) {
                return true;
            }
        }
        return false;
    }
}
