package org.vaksam.casework.open311;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.Response;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** The two ways in which GeoReport answers; the address says which, or else what the client accepts, or else it is XML. */
enum Format {
    XML("text/xml; charset=utf-8"),
    JSON("application/json; charset=utf-8");

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final String mediaType;

    Format(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * The one that is asked for.
     *
     * @param suffix {@code .xml}, {@code .json} or nothing
     */
    static Format of(String suffix, @Nullable String accept) {
        if (suffix.isEmpty()) {
            return accept != null && accept.contains("json") ? JSON : XML;
        }
        return suffix.equals(".json") ? JSON : XML;
    }

    /** The answer; {@code root} is the name of the whole in XML. */
    Response answer(int status, String root, Tree tree) {
        String text = this == JSON ? json(tree) : xml(root, tree);
        return Response.status(status)
                .type(mediaType)
                .entity(text.getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private static String json(Tree tree) {
        try {
            return MAPPER.writeValueAsString(plain(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer of plain values could not be written", e);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Tree.Node node) {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            node.members().forEach((name, member) -> members.put(name, plain(member)));
            return members;
        }
        if (value instanceof Tree.Several several) {
            var items = new ArrayList<@Nullable Object>();
            several.items().forEach(item -> items.add(plain(item)));
            return items;
        }
        return value;
    }

    private static String xml(String root, Tree tree) {
        var text = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("utf-8", "1.0");
            element(writer, root, tree);
            writer.writeEndDocument();
            writer.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("An answer of plain values could not be written", e);
        }
    }

    private static void element(XMLStreamWriter writer, String name, @Nullable Object value) throws XMLStreamException {
        writer.writeStartElement(name);
        if (value instanceof Tree.Node node) {
            for (Map.Entry<String, @Nullable Object> member : node.members().entrySet()) {
                element(writer, member.getKey(), member.getValue());
            }
        } else if (value instanceof Tree.Several several) {
            for (Object item : several.items()) {
                element(writer, several.each(), item);
            }
        } else if (value != null) {
            writer.writeCharacters(legal(value.toString()));
        }
        writer.writeEndElement();
    }

    /** Without what XML 1.0 cannot carry (section 2.2). */
    private static String legal(String text) {
        return text.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
    }
}
