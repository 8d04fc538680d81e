package org.vaksam.exchange.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.export.CubeAnswer.Dimension;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/**
 * A cross table as rows and columns. Two dimensions and one measure stand across each other, everything else stands in a line for
 * each cell. Totals are computed where records are counted, and not added up here: the mean of all is no sum of means.
 */
final class CubeGrid {
    /** A line of the table. */
    record Line(List<Cell> cells, boolean sums) {}

    private static final int MOST_ACROSS = 60;
    private static final int NAME_WIDTH = 28;
    private static final int FIGURE_WIDTH = 12;
    private static final Text TOTAL = new Text("Totalt", "Total");

    private final CubeAnswer cube;
    private final Function<List<String>, CubeAnswer> totals;
    private final Function<String, Text> measureLabels;
    private final Locale language;

    /**
     * A table.
     *
     * @param totals        the same over these dimensions only
     * @param measureLabels what people call a measure
     */
    CubeGrid(
            CubeAnswer cube,
            Function<List<String>, CubeAnswer> totals,
            Function<String, Text> measureLabels,
            Locale language) {
        this.cube = cube;
        this.totals = totals;
        this.measureLabels = measureLabels;
        this.language = language;
    }

    List<TableColumn> columns() {
        var columns = new ArrayList<TableColumn>();
        if (isAcross()) {
            Dimension across = cube.dimensions().get(1);
            columns.add(new TableColumn("row", cube.dimensions().get(0).title(), NAME_WIDTH));
            across.labels().forEach((key, label) -> columns.add(new TableColumn(key, label, FIGURE_WIDTH)));
            columns.add(new TableColumn("total", TOTAL, FIGURE_WIDTH));
            return columns;
        }
        cube.dimensions().forEach(each -> columns.add(new TableColumn(each.id(), each.title(), NAME_WIDTH)));
        cube.measures().forEach(name -> columns.add(new TableColumn(name, measureLabels.apply(name), FIGURE_WIDTH)));
        return columns;
    }

    /** How many of the first columns have figures that can be compared at a glance. */
    int comparable() {
        return isAcross()
                ? columns().size() - 1
                : cube.measures().size() == 1 ? cube.dimensions().size() + 1 : 0;
    }

    List<Line> lines() {
        return isAcross() ? across() : list();
    }

    private List<Line> list() {
        var lines = new ArrayList<Line>();
        for (Map<String, JsonNode> cell : cube.cells()) {
            var cells = new ArrayList<Cell>();
            cube.dimensions()
                    .forEach(each -> cells.add(
                            Cell.of(each.label(CubeAnswer.key(cell, each)).in(language))));
            cube.measures().forEach(measure -> cells.add(figure(cell, measure)));
            lines.add(new Line(cells, false));
        }
        if (!cube.dimensions().isEmpty() && !cube.cells().isEmpty()) {
            Map<String, JsonNode> all = only(totals.apply(List.of()));
            var cells = new ArrayList<Cell>(List.of(Cell.of(TOTAL.in(language))));
            cube.dimensions().stream().skip(1).forEach(each -> cells.add(Cell.EMPTY));
            cube.measures().forEach(measure -> cells.add(figure(all, measure)));
            lines.add(new Line(cells, true));
        }
        return lines;
    }

    private List<Line> across() {
        String measure = cube.measures().get(0);
        Dimension down = cube.dimensions().get(0);
        Dimension across = cube.dimensions().get(1);
        Map<String, Map<String, Cell>> figures = new HashMap<>();
        for (Map<String, JsonNode> cell : cube.cells()) {
            figures.computeIfAbsent(CubeAnswer.key(cell, down), key -> new HashMap<>())
                    .put(CubeAnswer.key(cell, across), figure(cell, measure));
        }
        Map<String, Cell> ofRows = along(down, measure);
        Map<String, Cell> ofColumns = along(across, measure);
        var lines = new ArrayList<Line>();
        down.labels().forEach((row, label) -> {
            var cells = new ArrayList<Cell>(List.of(Cell.of(label.in(language))));
            Map<String, Cell> own = figures.getOrDefault(row, Map.of());
            across.labels().keySet().forEach(column -> cells.add(own.getOrDefault(column, Cell.EMPTY)));
            cells.add(ofRows.getOrDefault(row, Cell.EMPTY));
            lines.add(new Line(cells, false));
        });
        var sums = new ArrayList<Cell>(List.of(Cell.of(TOTAL.in(language))));
        across.labels().keySet().forEach(column -> sums.add(ofColumns.getOrDefault(column, Cell.EMPTY)));
        sums.add(figure(only(totals.apply(List.of())), measure));
        lines.add(new Line(sums, true));
        return lines;
    }

    private Map<String, Cell> along(Dimension dimension, String measure) {
        var figures = new HashMap<String, Cell>();
        totals.apply(List.of(dimension.id()))
                .cells()
                .forEach(cell -> figures.put(CubeAnswer.key(cell, dimension), figure(cell, measure)));
        return figures;
    }

    private boolean isAcross() {
        return cube.dimensions().size() == 2
                && cube.measures().size() == 1
                && cube.dimensions().get(1).labels().size() <= MOST_ACROSS;
    }

    private static Map<String, JsonNode> only(CubeAnswer all) {
        return all.cells().isEmpty()
                ? Map.of()
                : Objects.requireNonNull(all.cells().get(0));
    }

    static Cell figure(Map<String, JsonNode> cell, String measure) {
        return CubeAnswer.value(cell, measure).<Cell>map(Cell.Amount::new).orElse(Cell.EMPTY);
    }
}
