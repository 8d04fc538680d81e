package org.vaksam.exchange.table;

import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** How large a table may be: a small file may unpack to anything. */
final class TableLimits {
    static final int ROWS = 200_000;
    static final int COLUMNS = 200;
    static final int CELL = 32_767;
    static final long BYTES = 256L << 20;

    private TableLimits() {}

    static void rows(long count) {
        if (count > ROWS) {
            throw tooLarge("rader", "rows", ROWS);
        }
    }

    static void columns(int count) {
        if (count > COLUMNS) {
            throw tooLarge("kolumner", "columns", COLUMNS);
        }
    }

    static void cell(int length) {
        if (length > CELL) {
            throw tooLarge("tecken i en cell", "characters in a cell", CELL);
        }
    }

    static void bytes(long count) {
        if (count > BYTES) {
            throw tooLarge("byte när den packas upp", "bytes when unpacked", BYTES);
        }
    }

    static Problem unreadable(Text reason) {
        return Problem.of("unreadable-table", 422, new Text("Filen kan inte läsas", "The file cannot be read"), reason)
                .withNext(new Text(
                        "Spara tabellen som CSV (UTF-8) eller XLSX och försök igen.",
                        "Save the table as CSV (UTF-8) or XLSX and try again."));
    }

    private static Problem tooLarge(String swedish, String english, long most) {
        return unreadable(new Text(
                "Filen är för stor: fler än " + most + " " + swedish + ".",
                "The file is too large: more than " + most + " " + english + "."));
    }
}
