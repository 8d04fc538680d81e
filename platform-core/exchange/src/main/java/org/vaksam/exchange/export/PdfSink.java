package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.api.print.PrintedDocument;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Column;
import org.vaksam.api.print.PrintedDocument.Facts;
import org.vaksam.api.print.PrintedDocument.Paragraph;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Table;
import org.vaksam.api.print.PrintedDocument.Value;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.exchange.TableColumn;

/** Pages to print. All rows are kept until the end, so there must not be too many. */
final class PdfSink implements RowSink {
    private static final int WIDE_FROM = 5;
    private static final int MOST_CHARACTERS = 1_000_000;

    private final PdfDocuments pdf;
    private final OutputStream out;
    private final List<TableColumn> columns;
    private final About about;
    private final int bars;
    private final CellText text;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final List<Boolean> sums = new ArrayList<>();
    private long characters;

    /**
     * Pages.
     *
     * @param bars numbers in so many of the first columns have bars, all to the same measure
     */
    PdfSink(PdfDocuments pdf, OutputStream out, List<TableColumn> columns, About about, int bars) {
        this.pdf = pdf;
        this.out = out;
        this.columns = columns;
        this.about = about;
        this.bars = bars;
        this.text = new CellText(about.language());
    }

    @Override
    public boolean row(List<Cell> cells, boolean isSum) {
        characters += cells.stream().mapToLong(cell -> text.of(cell).length()).sum();
        if (characters > MOST_CHARACTERS) {
            throw Problems.tooLarge(new Text("Texten är för lång för en PDF.", "The text is too long for a PDF."));
        }
        rows.add(cells);
        sums.add(isSum);
        return true;
    }

    @Override
    public void end(long written, long leftOut) throws IOException {
        var blocks = new ArrayList<Block>();
        blocks.add(new Facts(about.selection()));
        if (rows.isEmpty()) {
            blocks.add(new Paragraph(about.say("Det finns inget att visa.", "There is nothing to show.")));
        } else {
            blocks.add(table());
        }
        pdf.write(
                new PrintedDocument(
                        about.title(), about.language(), "Vaksam", about.made(), columns.size() >= WIDE_FROM, blocks),
                out);
    }

    private Table table() {
        double most = largest();
        var lines = new ArrayList<Row>();
        for (int i = 0; i < rows.size(); i++) {
            var values = new ArrayList<Value>();
            for (int j = 0; j < rows.get(i).size(); j++) {
                Cell cell = rows.get(i).get(j);
                values.add(new Value(text.withUnit(cell), sums.get(i) || j >= bars ? 0 : share(cell, most)));
            }
            lines.add(new Row(values, sums.get(i)));
        }
        List<Column> headings = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            headings.add(new Column(columns.get(i).label().in(about.language()), isNumeric(i)));
        }
        return new Table("", headings, lines, true);
    }

    private boolean isNumeric(int column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.equals(Cell.EMPTY))
                .findFirst()
                .filter(cell -> cell instanceof Cell.Amount || cell instanceof Cell.Money)
                .isPresent();
    }

    /** Of what has bars. */
    private double largest() {
        double most = 0;
        for (int i = 0; i < rows.size(); i++) {
            if (!sums.get(i)) {
                for (Cell cell : rows.get(i).subList(0, Math.min(bars, columns.size()))) {
                    most = Math.max(most, number(cell));
                }
            }
        }
        return most;
    }

    private static double share(Cell cell, double most) {
        return most > 0 ? Math.max(0, number(cell) / most) : 0;
    }

    private static double number(Cell cell) {
        BigDecimal value = cell instanceof Cell.Amount amount ? amount.value() : BigDecimal.ZERO;
        return value.doubleValue();
    }
}
