package org.vaksam.exchange.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.TableFiles.Row;

/** The first sheet of a workbook (ECMA-376). */
final class XlsxReader {
    private static final String SHEET = "xl/worksheets/sheet";

    private final Map<String, byte[]> parts = new HashMap<>();

    XlsxReader(byte[] file) throws IOException {
        long total = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(SHEET) || name.equals("xl/sharedStrings.xml") || name.equals("xl/styles.xml")) {
                    byte[] content = unpacked(zip, TableLimits.BYTES - total);
                    total += content.length;
                    parts.put(name, content);
                }
            }
        } catch (ZipException | EOFException e) {
            throw damaged().causedBy(e);
        }
    }

    List<Row> rows() {
        byte[] sheet = firstSheet().orElseThrow(XlsxReader::damaged);
        try {
            List<String> strings = SheetParts.strings(part("xl/sharedStrings.xml"));
            List<Boolean> dates = SheetParts.dateStyles(part("xl/styles.xml"));
            return new SheetRows(sheet, strings, dates).all();
        } catch (XMLStreamException | NumberFormatException e) {
            throw damaged().causedBy(e);
        }
    }

    /** The one with the lowest number: sheets are numbered in the order in which they were made. */
    private Optional<byte[]> firstSheet() {
        return parts.keySet().stream()
                .filter(name -> name.startsWith(SHEET) && name.endsWith(".xml"))
                .min(Comparator.comparingInt(String::length).thenComparing(name -> name))
                .map(parts::get);
    }

    private Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    private static byte[] unpacked(InputStream in, long most) throws IOException {
        var out = new ByteArrayOutputStream();
        byte[] buffer = new byte[64 * 1024];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            out.write(buffer, 0, read);
            TableLimits.bytes(TableLimits.BYTES - most + out.size());
        }
        return out.toByteArray();
    }

    private static Problem damaged() {
        return TableLimits.unreadable(
                new Text("Arbetsboken är skadad eller saknar blad.", "The workbook is damaged or has no sheet."));
    }
}
