package org.vaksam.exchange.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.text.Text;

/**
 * A cross table as {@code GET /api/insight/cube} answers it.
 *
 * @param total    how many records are in all cells
 * @param measures names of what was computed, in the order in which they stand in the cells
 * @param titles   what people call measures, where the answer says it
 * @param cells    by names of dimensions and measures
 */
record CubeAnswer(
        long total,
        List<Dimension> dimensions,
        List<String> measures,
        Map<String, Text> titles,
        List<Map<String, JsonNode>> cells) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * An edge.
     *
     * @param labels of its keys, in order
     */
    record Dimension(String id, Text title, Map<String, Text> labels) {
        Text label(String key) {
            return labels.getOrDefault(key, Text.same(key));
        }
    }

    static CubeAnswer of(byte[] json) {
        try {
            JsonNode answer = JSON.readTree(json);
            List<Dimension> dimensions = new ArrayList<>();
            answer.path("dimensions").forEach(each -> dimensions.add(dimension(each)));
            Set<String> edges = new LinkedHashSet<>();
            dimensions.forEach(dimension -> edges.add(dimension.id()));
            List<Map<String, JsonNode>> cells = new ArrayList<>();
            Set<String> measures = new LinkedHashSet<>();
            answer.path("cells").forEach(each -> {
                var cell = new LinkedHashMap<String, JsonNode>();
                each.fields().forEachRemaining(member -> {
                    cell.put(member.getKey(), member.getValue());
                    if (!edges.contains(member.getKey()) && isFigure(member.getValue())) {
                        measures.add(member.getKey());
                    }
                });
                cells.add(cell);
            });
            return new CubeAnswer(
                    answer.path("total").asLong(),
                    dimensions,
                    List.copyOf(measures),
                    titles(answer.path("measures")),
                    cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String key(Map<String, JsonNode> cell, Dimension dimension) {
        JsonNode key = cell.get(dimension.id());
        return key == null ? "none" : key.asText();
    }

    static Optional<BigDecimal> value(Map<String, JsonNode> cell, String measure) {
        return Optional.ofNullable(cell.get(measure)).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
    }

    private static boolean isFigure(JsonNode value) {
        return value.isNumber() || value.isNull();
    }

    private static Dimension dimension(JsonNode json) {
        var labels = new LinkedHashMap<String, Text>();
        json.path("values").forEach(value -> labels.put(value.path("key").asText(), text(value.path("label"))));
        return new Dimension(json.path("id").asText(), text(json.path("title")), labels);
    }

    private static Map<String, Text> titles(JsonNode measures) {
        var titles = new LinkedHashMap<String, Text>();
        measures.forEach(measure -> {
            String name = measure.path("id").asText(measure.path("name").asText());
            if (measure.path("title").has("sv")) {
                titles.put(name, text(measure.path("title")));
            }
        });
        return titles;
    }

    private static Text text(JsonNode json) {
        return new Text(json.path("sv").asText(), json.path("en").asText());
    }
}
