package org.vaksam.exchange.table;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What a sheet refers to: its texts and which of its formats are dates. */
final class SheetParts {
    private static final Set<Integer> BUILT_IN_DATES = Set.of(14, 15, 16, 17, 22);

    private SheetParts() {}

    /** Reads nothing from outside the document. */
    static XMLStreamReader open(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    static List<String> strings(Optional<byte[]> xml) throws XMLStreamException {
        var strings = new ArrayList<String>();
        if (xml.isPresent()) {
            XMLStreamReader reader = open(xml.get());
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals("si")) {
                    strings.add(text(reader, "si"));
                }
            }
        }
        return strings;
    }

    /** All text of the element; how it is pronounced does not count. */
    static String text(XMLStreamReader reader, String element) throws XMLStreamException {
        var text = new StringBuilder();
        boolean isPhonetic = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                isPhonetic |= reader.getLocalName().equals("rPh");
                if (reader.getLocalName().equals("t") && !isPhonetic) {
                    text.append(reader.getElementText());
                    TableLimits.cell(text.length());
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (reader.getLocalName().equals(element)) {
                    break;
                }
                isPhonetic &= !reader.getLocalName().equals("rPh");
            }
        }
        return text.toString();
    }

    /** By the number of the style. */
    static List<Boolean> dateStyles(Optional<byte[]> xml) throws XMLStreamException {
        var styles = new ArrayList<Boolean>();
        if (xml.isEmpty()) {
            return styles;
        }
        var dates = new HashSet<>(BUILT_IN_DATES);
        XMLStreamReader reader = open(xml.get());
        boolean isUsed = false;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT || event == XMLStreamConstants.END_ELEMENT) {
                String element = reader.getLocalName();
                boolean starts = event == XMLStreamConstants.START_ELEMENT;
                if (element.equals("cellXfs")) {
                    isUsed = starts;
                } else if (starts && element.equals("numFmt") && isDate(attribute(reader, "formatCode"))) {
                    dates.add(Integer.parseInt(attribute(reader, "numFmtId")));
                } else if (starts && element.equals("xf") && isUsed) {
                    styles.add(dates.contains(Integer.parseInt("0" + attribute(reader, "numFmtId"))));
                }
            }
        }
        return styles;
    }

    static String attribute(XMLStreamReader reader, String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    private static boolean isDate(String format) {
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return plain.contains("yy") || plain.contains("dd");
    }
}
