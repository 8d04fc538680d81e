package org.vaksam.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a module says about its persistence unit.
 *
 * @param name    the unit's; with {@code _} for {@code -} the schema of tables that name none
 * @param classes the entities and what belongs to them
 */
record PersistenceXml(String name, List<String> classes) {
    static final String PATH = "META-INF/persistence.xml";

    /** Empty when the bundle has no persistence unit; refuses one that names classes which are not there. */
    static Optional<PersistenceXml> of(Bundle bundle) {
        return Optional.ofNullable(bundle.getEntry(PATH)).map(file -> {
            PersistenceXml xml = read(file);
            for (String name : xml.classes()) {
                if (bundle.getResource(name.replace('.', '/') + ".class") == null) {
                    throw unreadable("there is no class " + name);
                }
            }
            return xml;
        });
    }

    private static PersistenceXml read(URL file) {
        try (InputStream in = file.openStream()) {
            DocumentBuilder builder = secureFactory().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            Element root = builder.parse(in).getDocumentElement();
            NodeList units = root.getElementsByTagName("persistence-unit");
            if (units.getLength() != 1) {
                throw unreadable("expected one persistence-unit, found " + units.getLength());
            }
            var unit = (Element) units.item(0);
            NodeList elements = unit.getElementsByTagName("class");
            var classes = new ArrayList<String>();
            for (int i = 0; i < elements.getLength(); i++) {
                classes.add(elements.item(i).getTextContent().strip());
            }
            return new PersistenceXml(unit.getAttribute("name"), List.copyOf(classes));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw unreadable(String.valueOf(e.getMessage())).causedBy(e);
        }
    }

    private static DocumentBuilderFactory secureFactory() throws ParserConfigurationException {
        var factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        return factory;
    }

    private static Problem unreadable(String reason) {
        return Problem.of(
                "bad-persistence-unit",
                422,
                new Text("Modulens persistensenhet kan inte användas", "The module's persistence unit cannot be used"),
                new Text(PATH + " stämmer inte: " + reason, PATH + " is wrong: " + reason));
    }
}
