package org.vaksam.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** CSV that Swedish and English spreadsheets open alike: UTF-8 with its mark, semicolons. */
final class CsvWriter {
    private static final String SPECIAL = ";,\"\n\r\t";

    private CsvWriter() {}

    static void write(List<List<String>> rows, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.write('\uFEFF');
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                writer.write(column == 0 ? "" : ";");
                writer.write(cell(Formulas.written(row.get(column))));
            }
            writer.write("\r\n");
        }
        writer.flush();
    }

    private static String cell(String text) {
        boolean isPlain = text.chars().noneMatch(character -> SPECIAL.indexOf(character) >= 0);
        return isPlain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
