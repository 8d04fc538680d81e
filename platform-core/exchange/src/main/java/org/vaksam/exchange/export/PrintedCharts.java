package org.vaksam.exchange.export;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.print.PrintedDocument.Block;
import org.vaksam.api.print.PrintedDocument.Fact;
import org.vaksam.api.print.PrintedDocument.Facts;
import org.vaksam.api.print.PrintedDocument.Heading;
import org.vaksam.api.print.PrintedDocument.Paragraph;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.export.CubeGrid.Line;
import org.vaksam.spi.exchange.Cell;
import org.vaksam.spi.records.PrintedPart;
import org.vaksam.spi.records.RecordCharts;
import org.vaksam.spi.records.RecordCharts.Kept;
import org.vaksam.spi.records.RecordRow;
import org.vaksam.spi.records.RecordTables;

/** The charts of a record as tables, with bars where figures can be compared, and with what is said of them. */
@Component
public final class PrintedCharts implements PrintedPart {
    private static final int MOST_LINES = 60;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final RecordCharts charts;
    private final RecordTables tables;

    @Activate
    public PrintedCharts(@Reference RecordCharts charts, @Reference RecordTables tables) {
        this.charts = charts;
        this.tables = tables;
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public List<Block> of(RecordRow record, Locale language) {
        var blocks = new ArrayList<Block>();
        charts.of(record).forEach(chart -> blocks.addAll(blocks(chart, language)));
        return blocks;
    }

    private List<Block> blocks(Kept chart, Locale language) {
        CubeAnswer answer = CubeAnswer.of(chart.answer().getBytes(StandardCharsets.UTF_8));
        var blocks = new ArrayList<Block>();
        blocks.add(new Heading(2, chart.title()));
        if (!chart.note().isEmpty()) {
            blocks.add(new Paragraph(chart.note()));
        }
        String at = MINUTES.format(LocalDateTime.ofInstant(chart.frozenAt(), SwedishTime.ZONE));
        blocks.add(new Paragraph(new Text(
                        answer.total() + " ärenden, som det var " + at + ".",
                        answer.total() + " records, as it was " + at + ".")
                .in(language)));
        if (!answer.cells().isEmpty()) {
            blocks.addAll(
                    answer.dimensions().isEmpty()
                            ? List.of(figures(answer, language))
                            : table(chart, answer, language));
        }
        return blocks;
    }

    private Facts figures(CubeAnswer answer, Locale language) {
        var labels = labels(answer);
        var text = new CellText(language);
        return new Facts(answer.cells().stream()
                .flatMap(cell -> answer.measures().stream()
                        .map(measure ->
                                new Fact(labels.of(measure).in(language), text.of(CubeGrid.figure(cell, measure)))))
                .toList());
    }

    private MeasureLabels labels(CubeAnswer answer) {
        return new MeasureLabels(answer, tables.columns(List.of(), List.of()));
    }

    private List<Block> table(Kept chart, CubeAnswer answer, Locale language) {
        var grid = new CubeGrid(answer, new FrozenTotals(answer)::over, labels(answer)::of, language);
        List<Line> all = chart.shape().equals("bars") ? largestFirst(grid.lines()) : grid.lines();
        List<Line> shown = all.stream()
                .filter(line -> line.sums() || all.indexOf(line) < MOST_LINES)
                .toList();
        var blocks = new ArrayList<Block>();
        blocks.add(new PaperTable(grid.columns(), shown, grid.comparable(), new CellText(language)).table());
        if (shown.size() < all.size()) {
            int more = all.size() - shown.size();
            blocks.add(new Paragraph(new Text(more + " rader till.", more + " more rows.").in(language)));
        }
        return blocks;
    }

    private static List<Line> largestFirst(List<Line> lines) {
        return lines.stream()
                .sorted(Comparator.comparing(Line::sums)
                        .thenComparing(line -> last(line.cells()), Comparator.reverseOrder()))
                .toList();
    }

    private static BigDecimal last(List<Cell> cells) {
        return cells.get(cells.size() - 1) instanceof Cell.Amount amount ? amount.value() : BigDecimal.ZERO;
    }
}
