package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.exchange.table.Workbook;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/** A workbook: the rows, and a sheet that says what they are. */
final class XlsxSink implements RowSink {
    private static final int NAME_WIDTH = 24;
    private static final int VALUE_WIDTH = 80;

    private final Workbook workbook;
    private final About about;

    XlsxSink(OutputStream out, List<TableColumn> columns, About about) throws IOException {
        this.about = about;
        this.workbook = new Workbook(
                out,
                about.title(),
                columns.stream()
                        .map(column -> column.label().in(about.language()))
                        .toList(),
                columns.stream().map(TableColumn::width).toList());
    }

    @Override
    public boolean row(List<Cell> cells, boolean sums) throws IOException {
        workbook.row(cells, sums);
        return true;
    }

    @Override
    public void end(long rows, long leftOut) throws IOException {
        String name = about.say("Om exporten", "About");
        workbook.sheet(
                name,
                List.of(about.say("Uppgift", "What"), about.say("Värde", "Value")),
                List.of(NAME_WIDTH, VALUE_WIDTH));
        for (Fact fact : about.facts(rows)) {
            workbook.row(List.of(Cell.of(fact.name()), Cell.of(fact.value())), false);
        }
        workbook.close();
    }
}
