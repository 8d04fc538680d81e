package org.vaksam.exchange.print;

import java.util.List;
import java.util.Locale;
import org.vaksam.api.print.PrintedDocument.Column;
import org.vaksam.api.print.PrintedDocument.Row;
import org.vaksam.api.print.PrintedDocument.Table;
import org.vaksam.api.print.PrintedDocument.Value;
import org.w3c.dom.Element;

/** A table whose heading cells say what they head, so that it can be read aloud. */
final class TableMarkup {
    private static final int MOST_PERCENT = 100;

    private final PageMarkup page;
    private final Table table;

    TableMarkup(PageMarkup page, Table table) {
        this.page = page;
        this.table = table;
    }

    void addTo(Element body) {
        if (!table.caption().isEmpty()) {
            page.say(body, "p", table.caption()).setAttribute("class", "caption");
        }
        Element element = page.add(body, "table");
        Element line = page.add(page.add(element, "thead"), "tr");
        for (Column column : table.headings()) {
            Element heading = page.say(line, "th", column.heading());
            heading.setAttribute("scope", "col");
            right(heading, column);
        }
        Element rows = page.add(element, "tbody");
        table.rows().forEach(row -> row(page.add(rows, "tr"), row));
    }

    private void row(Element line, Row row) {
        List<Value> values = row.values();
        if (values.size() > table.headings().size()) {
            throw new IllegalArgumentException("A row is longer than the headings of its table");
        }
        if (row.sums()) {
            line.setAttribute("class", "sums");
        }
        for (int i = 0; i < table.headings().size(); i++) {
            Value value = i < values.size() ? values.get(i) : Value.of("");
            boolean names = table.named() && i == 0;
            Element cell = page.say(line, names ? "th" : "td", value.text());
            if (names) {
                cell.setAttribute("scope", "row");
            }
            right(cell, table.headings().get(i));
            bar(cell, value.share());
        }
    }

    private static void right(Element cell, Column column) {
        if (column.numeric()) {
            cell.setAttribute("class", "number");
        }
    }

    private static void bar(Element cell, double share) {
        if (share > 0) {
            String percent = String.format(Locale.ROOT, "%.1f%%", Math.min(1, share) * MOST_PERCENT);
            cell.setAttribute(
                    "style",
                    "background-image:linear-gradient(to right,#bcd6ee,#bcd6ee " + percent + ",#ffffff " + percent
                            + ",#ffffff)");
        }
    }
}
