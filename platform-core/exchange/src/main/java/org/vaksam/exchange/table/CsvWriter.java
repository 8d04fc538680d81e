package org.vaksam.exchange.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV (RFC 4180) that spreadsheets open by a click: UTF-8 with its mark, and the separator that they expect. One thread. */
public final class CsvWriter {
    /** Between values where decimals have a comma, as in Swedish; spreadsheets elsewhere know it too. */
    public static final char SEMICOLON = ';';

    private static final String SPECIAL = ";,\"\n\r\t";

    private final Writer writer;
    private final char separator;

    /** Writes the mark at once; whoever opened the stream closes it. */
    public CsvWriter(OutputStream out, char separator) throws IOException {
        this.writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.separator = separator;
        writer.write('\uFEFF');
    }

    static void write(List<List<String>> rows, OutputStream out) throws IOException {
        var csv = new CsvWriter(out, SEMICOLON);
        for (List<String> row : rows) {
            csv.row(row.stream().map(Formulas::written).toList());
        }
        csv.flush();
    }

    /** A row; what a spreadsheet would run as a formula is written as it is given. */
    public void row(List<String> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            if (column > 0) {
                writer.write(separator);
            }
            writer.write(quoted(cells.get(column)));
        }
        writer.write("\r\n");
    }

    /** Hands on what was written so far. */
    public void flush() throws IOException {
        writer.flush();
    }

    private static String quoted(String text) {
        boolean isPlain = text.chars().noneMatch(character -> SPECIAL.indexOf(character) >= 0);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
