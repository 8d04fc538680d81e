package org.vaksam.data;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a module says about its persistence unit.
 *
 * @param name    the unit's; with {@code _} for {@code -} the schema of tables that name none
 * @param classes the entities and what belongs to them
 */
record PersistenceXml(String name, List<String> classes) {
    static final String PATH = "META-INF/persistence.xml";

    static PersistenceXml read(URL file) {
        try (InputStream in = file.openStream()) {
            Element root = secureFactory().newDocumentBuilder().parse(in).getDocumentElement();
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
                new Text(PATH + " kan inte läsas: " + reason, PATH + " cannot be read: " + reason));
    }
}
