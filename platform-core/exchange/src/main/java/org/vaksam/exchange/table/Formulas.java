package org.vaksam.exchange.table;

/**
 * Text that a spreadsheet would run when it opens a CSV file: an apostrophe in front makes it text (OWASP, "CSV Injection"; the
 * wide forms are read as formulas where Chinese or Japanese is written).
 */
public final class Formulas {
    private static final String STARTS = "=+-@\t\r\n＝＋－＠";
    private static final char MARK = '\'';

    private Formulas() {}

    /** The text so that it stays text. */
    public static String written(String text) {
        return !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0 ? MARK + text : text;
    }

    static String read(String cell) {
        boolean isMarked = cell.length() > 1 && cell.charAt(0) == MARK && STARTS.indexOf(cell.charAt(1)) >= 0;
        return isMarked ? cell.substring(1) : cell;
    }
}
