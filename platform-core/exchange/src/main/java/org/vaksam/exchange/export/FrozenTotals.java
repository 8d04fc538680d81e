package org.vaksam.exchange.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaksam.exchange.export.CubeAnswer.Dimension;

/** Totals of a cross table that was kept: of what can be added up from its cells. The mean of all is no sum of means. */
record FrozenTotals(CubeAnswer cube) {
    /** Over these dimensions only. */
    CubeAnswer over(List<String> ids) {
        List<Dimension> kept = cube.dimensions().stream()
                .filter(dimension -> ids.contains(dimension.id()))
                .toList();
        Map<List<String>, Map<String, JsonNode>> sums = new LinkedHashMap<>();
        for (Map<String, JsonNode> cell : cube.cells()) {
            List<String> keys = kept.stream()
                    .map(dimension -> CubeAnswer.key(cell, dimension))
                    .toList();
            Map<String, JsonNode> sum = sums.computeIfAbsent(keys, any -> new LinkedHashMap<>());
            kept.forEach(dimension -> {
                JsonNode key = cell.get(dimension.id());
                if (key != null) {
                    sum.put(dimension.id(), key);
                }
            });
            cube.measures().stream()
                    .filter(FrozenTotals::canBeAdded)
                    .forEach(measure -> sum.merge(measure, number(cell, measure), FrozenTotals::plus));
        }
        return new CubeAnswer(cube.total(), kept, cube.measures(), cube.titles(), new ArrayList<>(sums.values()));
    }

    private static boolean canBeAdded(String measure) {
        return measure.equals("count") || measure.startsWith("sum:");
    }

    private static JsonNode number(Map<String, JsonNode> cell, String measure) {
        return DecimalNode.valueOf(CubeAnswer.value(cell, measure).orElse(BigDecimal.ZERO));
    }

    private static JsonNode plus(JsonNode one, JsonNode other) {
        return DecimalNode.valueOf(one.decimalValue().add(other.decimalValue()));
    }
}
