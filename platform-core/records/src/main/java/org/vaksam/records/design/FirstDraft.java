package org.vaksam.records.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vaksam.api.text.Text;
import org.vaksam.records.definition.HeaderField;
import org.vaksam.records.value.Json;

/** The document that a new kind begins with. */
final class FirstDraft {
    private FirstDraft() {}

    /** A copy of another kind, with a name of its own. */
    static ObjectNode copy(ObjectNode other, String kind, Text title) {
        ObjectNode json = other.deepCopy();
        json.put("kind", kind);
        json.set("title", Json.MAPPER.valueToTree(title.asMap()));
        json.put("public", false);
        return json;
    }

    /** What all kinds of a type have in common, with the process of the first. */
    static ObjectNode common(List<ObjectNode> kinds, String kind, Text title) {
        ObjectNode json = copy(kinds.get(0), kind, title);
        ArrayNode fields = json.putArray("fields");
        for (JsonNode field : kinds.get(0).path("fields")) {
            if (kinds.stream().allMatch(other -> Documents.byId(
                            other.path("fields"), field.path("id").asText())
                    .equals(field))) {
                fields.add(field);
            }
        }
        Set<String> known = new HashSet<>(HeaderField.ids());
        fields.forEach(field -> known.add(field.path("id").asText()));
        layout(json, known);
        if (json.path("defaults") instanceof ObjectNode defaults) {
            defaults.remove("fields");
        }
        // rules and clocks of one kind are not those of another, and may ask for its fields
        json.remove(List.of("routing", "deadlines"));
        keepKnown(json, known);
        return json;
    }

    private static void layout(ObjectNode json, Set<String> known) {
        JsonNode before = json.path("layout");
        ArrayNode layout = json.putArray("layout");
        for (JsonNode group : before) {
            ObjectNode kept = ((ObjectNode) group).deepCopy();
            ArrayNode names = kept.putArray("fields");
            group.path("fields").forEach(name -> {
                if (known.contains(name.asText())) {
                    names.add(name);
                }
            });
            if (!names.isEmpty()) {
                layout.add(kept);
            }
        }
    }

    /** Transitions ask only for fields that are there. */
    private static void keepKnown(ObjectNode json, Set<String> known) {
        for (JsonNode transition : json.path("transitions")) {
            JsonNode requires = transition.path("requires");
            if (requires.isArray()) {
                ArrayNode kept = ((ObjectNode) transition).putArray("requires");
                requires.forEach(required -> {
                    if (!required.isTextual() || known.contains(required.asText())) {
                        kept.add(required);
                    }
                });
            }
        }
    }
}
