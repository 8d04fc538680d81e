package org.vaksam.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.vaksam.api.print.PdfDocuments;
import org.vaksam.api.print.PrintedDocument;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Facts;
import org.vaksam.api.print.PrintedDocument.Paragraph;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.export.CubeGrid.Line;
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
    private final List<Line> lines = new ArrayList<>();
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
        lines.add(new Line(cells, isSum));
        return true;
    }

    @Override
    public void end(long written, long leftOut) throws IOException {
        var blocks = new ArrayList<Block>();
        blocks.add(new Facts(about.selection()));
        if (lines.isEmpty()) {
            blocks.add(new Paragraph(about.say("Det finns inget att visa.", "There is nothing to show.")));
        } else {
            blocks.add(new PaperTable(columns, lines, bars, text).table());
        }
        pdf.write(
                new PrintedDocument(
                        about.title(), about.language(), "Vaksam", about.made(), columns.size() >= WIDE_FROM, blocks),
                out);
    }
}
