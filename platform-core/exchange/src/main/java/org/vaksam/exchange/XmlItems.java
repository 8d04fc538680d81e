package org.vaksam.exchange;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.vaksam.api.text.Text;

/**
 * The elements of an XML document that are items, numbered from 1, each as an object of its children. The encoding is the one
 * that the document declares. A document type is refused, so nothing outside the document is ever read and nothing in it grows.
 */
final class XmlItems implements ItemSource {
    private static final int DEEPEST = 50;

    private final XMLStreamReader reader;
    private final Set<String> elements;
    private final Runnable itemStarts;
    private long number;

    XmlItems(LimitedStream in, Set<String> elements) throws UnreadableFile {
        this(open(in), elements, in::startItem);
    }

    private XmlItems(XMLStreamReader reader, Set<String> elements, Runnable itemStarts) {
        this.reader = reader;
        this.elements = elements;
        this.itemStarts = itemStarts;
    }

    @Override
    public Optional<Item> next() throws UnreadableFile {
        try {
            if (!advance()) {
                return Optional.empty();
            }
            return element(1) instanceof Map<?, ?> members
                    ? Optional.of(new Item.Found(number, LineItems.members(members)))
                    : Optional.of(new Item.Found(number, Map.of()));
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    @Override
    public void skip(long count) throws UnreadableFile {
        for (long i = 0; i < count && next().isPresent(); i++) {
            // the element itself is of no interest
        }
    }

    private boolean advance() throws XMLStreamException, UnreadableFile {
        itemStarts.run();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.DTD) {
                throw new UnreadableFile(new Text(
                        "Dokumentet har en dokumenttyp (DOCTYPE). Sådana tas inte emot.",
                        "The document has a document type (DOCTYPE). Those are not accepted."));
            }
            if (event == XMLStreamConstants.START_ELEMENT && elements.contains(reader.getLocalName())) {
                number++;
                return true;
            }
        }
        if (number == 0) {
            throw new UnreadableFile(new Text(
                    "Dokumentet innehåller inget " + named() + ".", "The document contains no " + named() + "."));
        }
        return false;
    }

    /** The element that has just started, up to its end: its text, or its children by name. */
    private Object element(int depth) throws XMLStreamException, UnreadableFile {
        if (depth > DEEPEST) {
            throw new UnreadableFile(new Text(
                    "Dokumentet har fler än " + DEEPEST + " nivåer.",
                    "The document has more than " + DEEPEST + " levels."));
        }
        var members = new LinkedHashMap<String, Object>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            members.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        var text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                add(members, name, element(depth + 1));
            } else if (event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new UnreadableFile(new Text(
                        "Dokumentet använder en okänd entitet: " + reader.getLocalName() + ".",
                        "The document uses an unknown entity: " + reader.getLocalName() + "."));
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        if (members.isEmpty()) {
            return text.toString();
        }
        if (!text.toString().isBlank()) {
            members.put("#text", text.toString());
        }
        return members;
    }

    @SuppressWarnings("unchecked")
    private static void add(Map<String, Object> members, String name, Object value) {
        Object before = members.get(name);
        if (before == null) {
            members.put(name, value);
        } else if (before instanceof List<?> several) {
            ((List<Object>) several).add(value);
        } else {
            members.put(name, new ArrayList<>(List.of(before, value)));
        }
    }

    private String named() {
        return "<" + String.join(">, <", elements.stream().sorted().toList()) + ">";
    }

    private static XMLStreamReader open(InputStream in) throws UnreadableFile {
        try {
            return factory().createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw unreadable(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static UnreadableFile unreadable(XMLStreamException failure) {
        if (failure.getNestedException() instanceof UnreadableFile known) {
            return known;
        }
        Location at = failure.getLocation();
        int line = at == null ? 1 : Math.max(1, at.getLineNumber());
        int column = at == null ? 1 : Math.max(1, at.getColumnNumber());
        return new UnreadableFile(new Text(
                "Dokumentet är inte giltig XML vid rad " + line + ", tecken " + column + ".",
                "The document is not valid XML at line " + line + ", character " + column + "."));
    }
}
