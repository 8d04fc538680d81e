package org.vaksam.exchange.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;
import org.vaksam.spi.exchange.TableFiles.Row;

/** CSV (RFC 4180) as spreadsheets write it: the separator is the one that the first line has most of. */
final class CsvReader {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int END = -1;

    private final String text;
    private final char separator;
    private int position;
    private long line = 1;

    private CsvReader(String text) {
        this.text = text;
        String first = text.lines().findFirst().orElse("");
        this.separator = Stream.of(';', ',', '\t')
                .max(Comparator.comparingLong(
                        one -> first.chars().filter(c -> c == one).count()))
                .orElseThrow();
    }

    static List<Row> rows(byte[] content) {
        String text = decoded(content);
        if (text.indexOf('\0') >= 0) {
            throw TableLimits.unreadable(
                    new Text("Filen är varken text eller en arbetsbok.", "The file is neither text nor a workbook."));
        }
        return new CsvReader(text.startsWith("\uFEFF") ? text.substring(1) : text).all();
    }

    private static String decoded(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, WINDOWS);
        }
    }

    private List<Row> all() {
        var rows = new ArrayList<Row>();
        while (position < text.length()) {
            long start = line;
            List<String> cells = row();
            if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                rows.add(new Row(start, cells));
                TableLimits.rows(rows.size());
            }
        }
        return rows;
    }

    private List<String> row() {
        var cells = new ArrayList<String>();
        int stop;
        do {
            cells.add(Formulas.read(peek() == '"' ? quoted() : plain()));
            TableLimits.columns(cells.size());
            stop = take();
        } while (stop == separator);
        if (stop == '\r' && peek() == '\n') {
            take();
        }
        line++;
        return cells;
    }

    private String plain() {
        int start = position;
        while (!isStop(peek())) {
            position++;
        }
        TableLimits.cell(position - start);
        return text.substring(start, position).strip();
    }

    private String quoted() {
        long start = line;
        var cell = new StringBuilder();
        take();
        while (true) {
            int character = take();
            if (character == END) {
                throw TableLimits.unreadable(new Text(
                        "Ett citattecken som börjar på rad " + start + " slutar aldrig.",
                        "A quotation mark that begins on line " + start + " never ends."));
            }
            if (character == '"' && peek() != '"') {
                return cell.append(plain()).toString().strip();
            }
            if (character == '"') {
                take();
            }
            line += character == '\n' ? 1 : 0;
            cell.append((char) character);
            TableLimits.cell(cell.length());
        }
    }

    private boolean isStop(int character) {
        return character == END || character == separator || character == '\n' || character == '\r';
    }

    private int peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    private int take() {
        int character = peek();
        position++;
        return character;
    }
}
