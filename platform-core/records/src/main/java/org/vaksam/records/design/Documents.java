package org.vaksam.records.design;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.vaksam.api.text.Text;
import org.vaksam.records.value.Json;

/** Definitions as trees of JSON. */
final class Documents {
    private Documents() {}

    /** A document that was stored. */
    static ObjectNode read(String json) {
        try {
            return (ObjectNode) Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored definition is damaged", e);
        }
    }

    /** The label of something that has one, otherwise its id. */
    static Text label(JsonNode thing) {
        JsonNode label = thing.has("label") ? thing.path("label") : thing.path("group");
        String id = thing.path("id").asText();
        return new Text(label.path("sv").asText(id), label.path("en").asText(id));
    }

    /** The element of a list with this id; a missing node when there is none. */
    static JsonNode byId(JsonNode list, String id) {
        for (JsonNode element : list) {
            if (element.path("id").asText().equals(id)) {
                return element;
            }
        }
        return Json.MAPPER.missingNode();
    }
}
