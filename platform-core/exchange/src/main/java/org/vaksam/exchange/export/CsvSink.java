package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.vaksam.exchange.table.CsvWriter;
import org.vaksam.exchange.table.Formulas;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/** CSV as spreadsheets of the language expect it. Text that would run as a formula is marked; numbers stay numbers. */
final class CsvSink implements RowSink {
    private static final char COMMA = ',';

    private final CsvWriter csv;
    private final CellText text;

    CsvSink(OutputStream out, List<TableColumn> columns, Locale language) throws IOException {
        text = new CellText(language);
        csv = new CsvWriter(out, text.isSwedish() ? CsvWriter.SEMICOLON : COMMA);
        csv.row(columns.stream()
                .map(column -> Formulas.written(column.label().in(language)))
                .toList());
    }

    @Override
    public boolean row(List<Cell> cells, boolean sums) throws IOException {
        csv.row(cells.stream()
                .map(cell -> cell instanceof Cell.Words words ? Formulas.written(words.text()) : text.of(cell))
                .toList());
        return true;
    }

    @Override
    public void end(long rows, long leftOut) throws IOException {
        csv.flush();
    }
}
