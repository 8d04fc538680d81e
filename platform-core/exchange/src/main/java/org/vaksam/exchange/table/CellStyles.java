package org.vaksam.exchange.table;

import java.util.LinkedHashMap;
import java.util.Map;

/** The formats of a workbook's cells, by number; those of money come as they are met. */
final class CellStyles {
    static final int PLAIN = 0;
    static final int HEADING = 1;
    static final int DAY = 2;
    static final int MOMENT = 3;
    static final int SUM = 4;

    private static final int FIRST_MONEY = 5;
    private static final int FIRST_OWN_FORMAT = 170;
    private static final int MOST_CURRENCIES = 50;

    private final Map<String, Integer> currencies = new LinkedHashMap<>();

    /** Of money; a currency beyond any reason has the format of numbers. */
    int money(String currency) {
        Integer known = currencies.get(currency);
        if (known != null) {
            return known;
        }
        if (currencies.size() >= MOST_CURRENCIES || !currency.matches("[A-Z]{3}")) {
            return PLAIN;
        }
        int style = FIRST_MONEY + currencies.size();
        currencies.put(currency, style);
        return style;
    }

    String xml() {
        var formats = new StringBuilder(format(FIRST_OWN_FORMAT, "yyyy\\-mm\\-dd"));
        formats.append(format(FIRST_OWN_FORMAT + 1, "yyyy\\-mm\\-dd\\ hh:mm"));
        var cells = new StringBuilder(
                "<xf/><xf fontId=\"1\" fillId=\"2\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\">"
                        + "<alignment vertical=\"top\" wrapText=\"1\"/></xf>");
        cells.append(cell(FIRST_OWN_FORMAT))
                .append(cell(FIRST_OWN_FORMAT + 1))
                .append("<xf fontId=\"1\" applyFont=\"1\"/>");
        int next = FIRST_OWN_FORMAT + 2;
        for (String currency : currencies.keySet()) {
            formats.append(format(next, "#,##0.00\\ \"" + (currency.equals("SEK") ? "kr" : currency) + "\""));
            cells.append(cell(next++));
        }
        return "<styleSheet xmlns=\"" + Workbook.MAIN + "\"><numFmts count=\"" + (next - FIRST_OWN_FORMAT) + "\">"
                + formats
                + "</numFmts><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
                + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
                + "<fills count=\"3\"><fill><patternFill/></fill><fill><patternFill patternType=\"gray125\"/></fill>"
                + "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFE4EBF2\"/></patternFill></fill></fills>"
                + "<borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
                + "<cellXfs count=\"" + (FIRST_MONEY + currencies.size()) + "\">" + cells + "</cellXfs></styleSheet>";
    }

    private static String format(int number, String code) {
        return "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + Markup.escaped(code) + "\"/>";
    }

    private static String cell(int format) {
        return "<xf numFmtId=\"" + format + "\" applyNumberFormat=\"1\"/>";
    }
}
