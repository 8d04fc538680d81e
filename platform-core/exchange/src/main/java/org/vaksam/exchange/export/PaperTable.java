package org.vaksam.exchange.export;

import java.util.ArrayList;
import java.util.List;
import org.vaksam.api.print.PrintedDocument.Column;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Table;
import org.vaksam.api.print.PrintedDocument.Value;
import org.vaksam.exchange.export.CubeGrid.Line;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/**
 * Rows as a table on paper.
 *
 * @param bars numbers in so many of the first columns have bars, all to the same measure
 */
record PaperTable(List<TableColumn> columns, List<Line> lines, int bars, CellText text) {
    Table table() {
        double most = largest();
        var rows = new ArrayList<Row>();
        for (Line line : lines) {
            var values = new ArrayList<Value>();
            for (int i = 0; i < line.cells().size(); i++) {
                Cell cell = line.cells().get(i);
                values.add(new Value(text.withUnit(cell), line.sums() || i >= bars ? 0 : share(cell, most)));
            }
            rows.add(new Row(values, line.sums()));
        }
        List<Column> headings = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            headings.add(new Column(columns.get(i).label().in(text.language()), isNumeric(i)));
        }
        return new Table("", headings, rows, true);
    }

    private boolean isNumeric(int column) {
        return lines.stream()
                .map(line -> line.cells().get(column))
                .filter(cell -> !cell.equals(Cell.EMPTY))
                .findFirst()
                .filter(cell -> cell instanceof Cell.Amount || cell instanceof Cell.Money)
                .isPresent();
    }

    /** Of what has bars. */
    private double largest() {
        return lines.stream()
                .filter(line -> !line.sums())
                .flatMap(line -> line.cells().stream().limit(bars))
                .mapToDouble(PaperTable::number)
                .reduce(0, Math::max);
    }

    private static double share(Cell cell, double most) {
        return most > 0 ? Math.max(0, number(cell) / most) : 0;
    }

    private static double number(Cell cell) {
        return cell instanceof Cell.Amount amount ? amount.value().doubleValue() : 0;
    }
}
