package org.vaksam.exchange.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vaksam.spi.exchange.TableFiles.Row;

/** The rows of a sheet. */
final class SheetRows {
    /** Day 0 of spreadsheets, after the day in 1900 that they believe in and that never was. */
    private static final LocalDate DAY_0 = LocalDate.of(1899, 12, 30);

    private static final int LETTERS = 26;

    private final XMLStreamReader reader;
    private final List<String> strings;
    private final List<Boolean> dates;

    SheetRows(byte[] sheet, List<String> strings, List<Boolean> dates) throws XMLStreamException {
        this.reader = SheetParts.open(sheet);
        this.strings = strings;
        this.dates = dates;
    }

    List<Row> all() throws XMLStreamException {
        var rows = new ArrayList<Row>();
        long line = 0;
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("row")) {
                String number = SheetParts.attribute(reader, "r");
                line = number.isEmpty() ? line + 1 : Long.parseLong(number);
                List<String> cells = cells();
                if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    rows.add(new Row(line, cells));
                    TableLimits.rows(rows.size());
                }
            }
        }
        return rows;
    }

    private List<String> cells() throws XMLStreamException {
        var cells = new ArrayList<String>();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT && reader.getLocalName().equals("row")) {
                break;
            }
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("c")) {
                String place = SheetParts.attribute(reader, "r");
                int column = place.isEmpty() ? cells.size() : column(place);
                TableLimits.columns(column + 1);
                while (cells.size() < column) {
                    cells.add("");
                }
                String cell = cell().strip();
                if (column < cells.size()) {
                    cells.set(column, cell);
                } else {
                    cells.add(cell);
                }
            }
        }
        return cells;
    }

    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && Character.isLetter(place.charAt(i)); i++) {
            column = column * LETTERS + Character.toUpperCase(place.charAt(i)) - 'A' + 1;
            TableLimits.columns(column);
        }
        return Math.max(1, column) - 1;
    }

    private String cell() throws XMLStreamException {
        String type = SheetParts.attribute(reader, "t");
        String style = SheetParts.attribute(reader, "s");
        String value = "";
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("is")) {
                value = SheetParts.text(reader, "is");
            } else if (event == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals("v")) {
                value = reader.getElementText();
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && reader.getLocalName().equals("c")) {
                break;
            }
        }
        return switch (type) {
            case "s" -> value.isEmpty() ? "" : string(Integer.parseInt(value));
            case "inlineStr", "str" -> Markup.read(value);
            case "b", "e", "d" -> value;
            default -> number(value, style);
        };
    }

    private String string(int index) {
        if (index < 0 || index >= strings.size()) {
            throw new NumberFormatException("no shared string " + index);
        }
        return Markup.read(strings.get(index));
    }

    private String number(String value, String style) {
        if (value.isEmpty()) {
            return "";
        }
        var number = new BigDecimal(value);
        int styled = style.isEmpty() ? 0 : Integer.parseInt(style);
        boolean isDate = styled < dates.size() && dates.get(styled);
        if (isDate && number.signum() > 0 && number.precision() - number.scale() < 8) {
            return DAY_0.plusDays(number.longValue()).toString();
        }
        boolean isHuge = Math.abs((long) number.scale()) > 100;
        return isHuge ? value : number.stripTrailingZeros().toPlainString();
    }
}
