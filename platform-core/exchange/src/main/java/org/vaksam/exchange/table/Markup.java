package org.vaksam.exchange.table;

import java.util.regex.Pattern;

/** Text inside the XML of a workbook. */
final class Markup {
    /** What a workbook takes for a character by its number, such as {@code _x000D_}. */
    private static final Pattern ENCODED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Markup() {}

    /** Characters that XML cannot say are left out. */
    static String escaped(String text) {
        var escaped = new StringBuilder(text.length() + 16);
        text.codePoints().filter(Markup::isSayable).forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\r' -> escaped.append("&#13;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The text of a cell. */
    static String value(String text) {
        return escaped(text.indexOf("_x") < 0 ? text : ENCODED.matcher(text).replaceAll("_x005F_"));
    }

    /** What {@link #value} stands for. */
    static String read(String value) {
        return value.indexOf("_x005F_") < 0 ? value : value.replaceAll("_x005F_(?=x[0-9A-Fa-f]{4}_)", "_");
    }

    private static boolean isSayable(int c) {
        boolean isControl = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
        return !isControl && !isHalf && c != 0xFFFE && c != 0xFFFF;
    }
}
