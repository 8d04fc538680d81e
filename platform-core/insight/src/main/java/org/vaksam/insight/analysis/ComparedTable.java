package org.vaksam.insight.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.vaksam.insight.analysis.CubeTable.KeyOrder;
import org.vaksam.insight.schema.Dimension;

/** Two tables side by side, cell by cell. */
final class ComparedTable {
    /** A table that people compare has fewer cells than one they look at. */
    private static final int MOST_CELLS = 20_000;

    /**
     * A cell of either table.
     *
     * @param keys of the present
     * @param now  its number in the table of the present, if it occurs there
     * @param then its number in the other
     */
    record Row(List<String> keys, OptionalInt now, OptionalInt then) {}

    private final List<Row> rows;

    private ComparedTable(List<Row> rows) {
        this.rows = rows;
    }

    static ComparedTable of(List<Dimension> dimensions, CubeTable now, CubeTable then, Comparison comparison) {
        var cells = new TreeMap<List<String>, OptionalInt[]>(order(dimensions));
        for (int cell = 0; cell < now.size(); cell++) {
            pair(cells, keys(now, cell, dimensions.size()))[0] = OptionalInt.of(cell);
        }
        for (int cell = 0; cell < then.size(); cell++) {
            List<String> own = keys(then, cell, dimensions.size());
            List<String> keys = IntStream.range(0, own.size())
                    .mapToObj(i -> comparison.toNow(dimensions.get(i).id(), own.get(i)))
                    .toList();
            pair(cells, keys)[1] = OptionalInt.of(cell);
        }
        var rows = new ArrayList<Row>();
        cells.forEach((keys, pair) -> rows.add(new Row(keys, pair[0], pair[1])));
        return new ComparedTable(rows);
    }

    List<Row> rows() {
        return rows;
    }

    /** The keys of a dimension that occur, in order. */
    List<String> keys(Dimension dimension, int position) {
        return rows.stream()
                .map(row -> row.keys().get(position))
                .distinct()
                .sorted(KeyOrder.of(dimension))
                .toList();
    }

    private static OptionalInt[] pair(TreeMap<List<String>, OptionalInt[]> cells, List<String> keys) {
        OptionalInt[] pair = cells.computeIfAbsent(keys, any -> {
            var none = new OptionalInt[2];
            Arrays.fill(none, OptionalInt.empty());
            return none;
        });
        if (cells.size() > MOST_CELLS) {
            throw TooManyCells.problem(MOST_CELLS);
        }
        return pair;
    }

    private static List<String> keys(CubeTable table, int cell, int dimensions) {
        return IntStream.range(0, dimensions)
                .mapToObj(i -> table.keys(i).get(table.key(i, cell)))
                .toList();
    }

    private static Comparator<List<String>> order(List<Dimension> dimensions) {
        Comparator<List<String>> order = (one, other) -> 0;
        for (int i = 0; i < dimensions.size(); i++) {
            int position = i;
            order = order.thenComparing(keys -> keys.get(position), KeyOrder.of(dimensions.get(i)));
        }
        return order;
    }
}
