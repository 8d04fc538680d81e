package org.vaksam.exchange.table;

import java.io.IOException;
import java.io.Writer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.vaksam.spi.exchange.Cell;

/** One sheet of a workbook, written as it comes. */
final class SheetWriter {
    /** Day 0 of spreadsheets, after the day in 1900 that they believe in and that never was. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();
    private static final int LONGEST_TEXT = 32_767;
    private static final String CUT = " […]";
    private static final int LETTERS = 26;

    private final Writer out;
    private final CellStyles styles;
    private final int columns;
    private int rows;

    SheetWriter(Writer out, CellStyles styles, List<String> heading, List<Integer> widths) throws IOException {
        this.out = out;
        this.styles = styles;
        this.columns = heading.size();
        out.write("<worksheet xmlns=\"" + Workbook.MAIN
                + "\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews>");
        widths(widths);
        out.write("<sheetData>");
        if (!heading.isEmpty()) {
            begin();
            for (String cell : heading) {
                text(cell, CellStyles.HEADING);
            }
            out.write("</row>");
        }
    }

    void row(List<Cell> cells, boolean sums) throws IOException {
        if (rows >= Workbook.MOST_ROWS) {
            throw new IllegalStateException("A sheet is full");
        }
        int plain = sums ? CellStyles.SUM : CellStyles.PLAIN;
        begin();
        for (Cell cell : cells) {
            if (cell instanceof Cell.Words words) {
                text(words.text(), plain);
            } else if (cell instanceof Cell.Amount amount) {
                number(amount.value().toPlainString(), plain);
            } else if (cell instanceof Cell.Money money) {
                number(money.value().toPlainString(), styles.money(money.currency()));
            } else if (cell instanceof Cell.Day day) {
                number(Long.toString(ChronoUnit.DAYS.between(DAY_0, day.day())), CellStyles.DAY);
            } else if (cell instanceof Cell.Moment moment) {
                number(days(moment.local()), CellStyles.MOMENT);
            } else if (cell instanceof Cell.Flag flag) {
                out.write("<c t=\"b\"><v>" + (flag.value() ? 1 : 0) + "</v></c>");
            }
        }
        out.write("</row>");
    }

    void end() throws IOException {
        out.write("</sheetData>");
        if (columns > 0 && rows > 0) {
            out.write("<autoFilter ref=\"A1:" + column(columns) + rows + "\"/>");
        }
        out.write("<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>");
    }

    private void begin() throws IOException {
        rows++;
        out.write("<row>");
    }

    private void widths(List<Integer> widths) throws IOException {
        if (widths.isEmpty()) {
            return;
        }
        out.write("<cols>");
        for (int i = 0; i < widths.size(); i++) {
            out.write("<col min=\"" + (i + 1) + "\" max=\"" + (i + 1) + "\" width=\"" + (widths.get(i) + 2)
                    + "\" customWidth=\"1\"/>");
        }
        out.write("</cols>");
    }

    private void text(String text, int style) throws IOException {
        if (text.isEmpty()) {
            out.write(style == CellStyles.PLAIN ? "<c/>" : "<c s=\"" + style + "\"/>");
            return;
        }
        out.write(style == CellStyles.PLAIN ? "<c t=\"inlineStr\">" : "<c t=\"inlineStr\" s=\"" + style + "\">");
        out.write("<is><t xml:space=\"preserve\">");
        out.write(Markup.value(
                text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT - CUT.length()) + CUT));
        out.write("</t></is></c>");
    }

    private void number(String number, int style) throws IOException {
        out.write(style == CellStyles.PLAIN ? "<c><v>" : "<c s=\"" + style + "\"><v>");
        out.write(number);
        out.write("</v></c>");
    }

    private static String days(LocalDateTime time) {
        long day = ChronoUnit.DAYS.between(DAY_0, time.toLocalDate());
        return Double.toString(day + time.toLocalTime().toSecondOfDay() / SECONDS_OF_A_DAY);
    }

    private static String column(int number) {
        var name = new StringBuilder();
        for (int rest = number; rest > 0; rest = (rest - 1) / LETTERS) {
            name.insert(0, (char) ('A' + (rest - 1) % LETTERS));
        }
        return name.toString();
    }
}
