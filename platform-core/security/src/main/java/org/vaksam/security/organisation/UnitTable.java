package org.vaksam.security.organisation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vaksam.spi.exchange.TableFiles.Row;

/** Units as rows of text. A column that is missing says nothing; an empty cell says that there is none. */
final class UnitTable {
    private UnitTable() {}

    /** A row by columns. */
    record Line(long number, Map<UnitColumns, String> cells) {
        boolean has(UnitColumns column) {
            return cells.containsKey(column);
        }

        /** What the cell says; empty when it is empty or missing. */
        Optional<String> text(UnitColumns column) {
            return Optional.ofNullable(cells.get(column)).filter(cell -> !cell.isEmpty());
        }
    }

    /** The first row names the columns. */
    static List<Line> lines(List<Row> rows) {
        Map<UnitColumns, Integer> places = UnitColumns.find(rows.get(0).cells());
        var lines = new ArrayList<Line>(rows.size());
        for (Row row : rows.subList(1, rows.size())) {
            Map<UnitColumns, String> cells = new EnumMap<>(UnitColumns.class);
            places.forEach((column, place) ->
                    cells.put(column, place < row.cells().size() ? row.cells().get(place) : ""));
            lines.add(new Line(row.line(), cells));
        }
        return lines;
    }

    /** The units that exist on the tree's day, parents before their children, as they can be imported again. */
    static List<List<String>> rows(UnitTree tree) {
        var rows = new ArrayList<List<String>>();
        rows.add(UnitColumns.heading());
        tree.inOrder().stream()
                .filter(UnitRow::valid)
                .forEach(row -> rows.add(List.of(
                        row.externalKey().orElse(""),
                        row.code(),
                        row.name().sv(),
                        row.name().en(),
                        row.type(),
                        row.parent().flatMap(tree::find).map(UnitRow::code).orElse(""),
                        row.manager().orElse(""),
                        row.costCentre().orElse(""),
                        row.validFrom().map(Object::toString).orElse(""),
                        row.validTo().map(Object::toString).orElse(""),
                        row.successor().flatMap(tree::find).map(UnitRow::code).orElse(""))));
        return rows;
    }
}
