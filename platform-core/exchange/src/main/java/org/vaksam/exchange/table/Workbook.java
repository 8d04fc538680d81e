package org.vaksam.exchange.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.vaksam.spi.exchange.Cell;

/**
 * A workbook (ECMA-376) that is written row by row and keeps nothing in memory: its sheets one after the other. Each has a heading
 * that stays in sight, widths, and a filter over its columns. One thread.
 */
public final class Workbook implements AutoCloseable {
    /** Rows of a sheet, its heading included. */
    public static final int MOST_ROWS = 1_048_576;

    static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final int LONGEST_NAME = 31;

    private final ZipOutputStream zip;
    private final Writer writer;
    private final CellStyles styles = new CellStyles();
    private final List<String> sheets = new ArrayList<>();
    private SheetWriter sheet;

    /** Begins with a sheet; whoever opened the stream closes it after the workbook. */
    public Workbook(OutputStream out, String name, List<String> heading, List<Integer> widths) throws IOException {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        writer = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        sheet = open(name, heading, widths);
    }

    static void write(List<List<String>> rows, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, "Vaksam", rows.isEmpty() ? List.of() : rows.get(0), List.of())) {
            for (List<String> row : rows.subList(Math.min(1, rows.size()), rows.size())) {
                workbook.row(row.stream().map(Cell::of).toList(), false);
            }
        }
    }

    /** Ends the sheet before and begins another. */
    public void sheet(String name, List<String> heading, List<Integer> widths) throws IOException {
        endSheet();
        sheet = open(name, heading, widths);
    }

    /**
     * A row of the current sheet.
     *
     * @param sums it stands out
     */
    public void row(List<Cell> cells, boolean sums) throws IOException {
        sheet.row(cells, sums);
    }

    /** Ends the workbook; without it the file is none. */
    @Override
    public void close() throws IOException {
        endSheet();
        part("xl/styles.xml", styles.xml());
        var named = new StringBuilder();
        var related = new StringBuilder(relation("s", "styles", "styles.xml"));
        var types = new StringBuilder();
        for (int i = 1; i <= sheets.size(); i++) {
            named.append("<sheet name=\"" + Markup.escaped(sheets.get(i - 1)) + "\" sheetId=\"" + i + "\" r:id=\"r" + i
                    + "\"/>");
            related.append(relation("r" + i, "worksheet", "worksheets/sheet" + i + ".xml"));
            types.append(override("/xl/worksheets/sheet" + i + ".xml", "worksheet+xml"));
        }
        part(
                "xl/workbook.xml",
                "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE + "\"><sheets>" + named
                        + "</sheets></workbook>");
        part("xl/_rels/workbook.xml.rels", relations(related.toString()));
        part("_rels/.rels", relations(relation("r1", "officeDocument", "xl/workbook.xml")));
        part(
                "[Content_Types].xml",
                "<Types xmlns=\"" + PACKAGE + "content-types\">"
                        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main+xml") + override("/xl/styles.xml", "styles+xml")
                        + types
                        + "</Types>");
        zip.finish();
    }

    private SheetWriter open(String name, List<String> heading, List<Integer> widths) throws IOException {
        String plain = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        sheets.add(plain.isEmpty() ? "Vaksam" : plain.substring(0, Math.min(LONGEST_NAME, plain.length())));
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet" + sheets.size() + ".xml"));
        writer.write(HEAD);
        return new SheetWriter(writer, styles, heading, widths);
    }

    private void endSheet() throws IOException {
        sheet.end();
        writer.flush();
        zip.closeEntry();
    }

    private void part(String name, String xml) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((HEAD + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part + "\" ContentType=\"" + TYPE + type + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + relations + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"" + id + "\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target + "\"/>";
    }
}
