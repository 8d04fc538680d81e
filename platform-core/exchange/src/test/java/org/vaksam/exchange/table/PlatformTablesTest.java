package org.vaksam.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vaksam.api.problem.Problem;
import org.vaksam.spi.exchange.TableFiles.Format;
import org.vaksam.spi.exchange.TableFiles.Row;

class PlatformTablesTest {
    private static final String SHEET = "xl/worksheets/sheet1.xml";

    private final PlatformTables tables = new PlatformTables();

    @ParameterizedTest
    @EnumSource(Format.class)
    void whatIsWrittenReadsBack(Format format) throws IOException {
        List<List<String>> rows = List.of(
                List.of("code", "namn"),
                List.of("A;\"1\"", "Åsa & <Öst>"),
                List.of("=2+2", "-x"),
                List.of("", "två\nrader"),
                List.of("0012", ""),
                List.of("_x0041_ 😀", "＝1"));
        var out = new ByteArrayOutputStream();
        tables.write(format, rows, out);

        assertThat(tables.read(new ByteArrayInputStream(out.toByteArray())))
                .extracting(Row::cells)
                .isEqualTo(rows);
    }

    @Test
    void aSpreadsheetDoesNotRunWhatItOpens() throws IOException {
        var out = new ByteArrayOutputStream();
        tables.write(Format.CSV, List.of(List.of("=HYPERLINK(1)")), out);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("'=HYPERLINK(1)");
    }

    @Test
    void csvComesInEveryForm() throws IOException {
        assertThat(read("a,b\n1,2")).containsExactly(new Row(1, List.of("a", "b")), new Row(2, List.of("1", "2")));
        assertThat(read("a\tb\r\n\r\n1\t2\r\n")).contains(new Row(3, List.of("1", "2")));
        assertThat(read("\uFEFFa;b\n\"x\ny\";2\n3;4"))
                .containsExactly(
                        new Row(1, List.of("a", "b")), new Row(2, List.of("x\ny", "2")), new Row(4, List.of("3", "4")));
        assertThat(tables.read(new ByteArrayInputStream("kod;Ägare".getBytes(Charset.forName("windows-1252")))))
                .containsExactly(new Row(1, List.of("kod", "Ägare")));
    }

    @Test
    void aWorkbookMayHaveSharedTextsNumbersDatesAndGaps() throws IOException {
        byte[] file = workbook(Map.of(
                "xl/sharedStrings.xml",
                "<sst><si><t>kod</t></si><si><r><t>två </t></r><r><t>delar</t></r><rPh><t>x</t></rPh></si></sst>",
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/mm\"/></numFmts>"
                        + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>",
                SHEET,
                "<worksheet><sheetData><row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"C2\" t=\"s\"><v>1</v></c></row>"
                        + "<row r=\"4\"><c r=\"A4\"><v>1200</v></c><c r=\"B4\" s=\"1\"><v>46023</v></c>"
                        + "<c r=\"C4\" s=\"2\"><v>46023.5</v></c></row></sheetData></worksheet>"));

        assertThat(tables.read(new ByteArrayInputStream(file)))
                .containsExactly(
                        new Row(2, List.of("kod", "", "två delar")),
                        new Row(4, List.of("1200", "2026-01-01", "2026-01-01")));
    }

    @Test
    void whatCannotBeReadIsSaid() throws IOException {
        assertUnreadable("".getBytes(StandardCharsets.UTF_8));
        assertUnreadable("a;\"b".getBytes(StandardCharsets.UTF_8));
        assertUnreadable(new byte[] {0, 1, 2});
        assertUnreadable("PK nothing".getBytes(StandardCharsets.UTF_8));
        assertUnreadable(workbook(Map.of("other.xml", "<x/>")));
        assertUnreadable(workbook(Map.of(SHEET, "<worksheet><sheetData><row><c t=\"s\"><v>7</v></c>")));
        assertUnreadable(workbook(Map.of(SHEET, "<worksheet><row><c t=\"s\"><v>7</v></c></row></worksheet>")));
        assertUnreadable(workbook(Map.of(SHEET, "<worksheet><row><c r=\"ZZZZZ1\"><v>7</v></c></row></worksheet>")));
        assertUnreadable(
                workbook(
                        Map.of(
                                SHEET,
                                "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/hostname\">]><worksheet><row><c t=\"str\"><v>&y;</v></c></row></worksheet>")));
        assertUnreadable(("a" + ";b".repeat(300)).getBytes(StandardCharsets.UTF_8));
    }

    private List<Row> read(String text) throws IOException {
        return tables.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertUnreadable(byte[] file) {
        assertThatThrownBy(() -> tables.read(new ByteArrayInputStream(file)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo("unreadable-table"));
    }

    private static byte[] workbook(Map<String, String> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
