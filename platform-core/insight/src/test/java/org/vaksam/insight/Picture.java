package org.vaksam.insight;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Reads the JSON of cross tables. */
final class Picture {
    private Picture() {}

    static JsonNode read(byte[] json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonNode> cells(JsonNode cube) {
        List<JsonNode> cells = new ArrayList<>();
        cube.get("cells").forEach(cells::add);
        return cells;
    }
}
