package org.vaksam.kernel.plan;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.vaksam.kernel.revision.Revision;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The component descriptions of a module's file (Declarative Services, chapter 112.4), as far as a plan needs them. */
final class ComponentFiles {
    private static final String HEADER = "Service-Component";

    /**
     * A component.
     *
     * @param references only those it cannot do without
     */
    record Component(String name, List<String> provides, List<Reference> references) {}

    /** A service that is needed. */
    record Reference(String type, Optional<String> target) {}

    private ComponentFiles() {}

    /** All components; a description that cannot be read is left to the runtime, which says so when the bundle starts. */
    static List<Component> read(JarFile jar) throws IOException {
        String header = jar.getManifest() == null
                ? null
                : jar.getManifest().getMainAttributes().getValue(HEADER);
        var components = new ArrayList<Component>();
        for (String pattern : header == null ? new String[0] : header.split(",")) {
            String name = pattern.strip().replace(".", "\\.").replace("*", "[^/]*");
            for (JarEntry entry :
                    jar.stream().filter(each -> each.getName().matches(name)).toList()) {
                try (InputStream in = jar.getInputStream(entry)) {
                    component(parse(in)).ifPresent(components::add);
                } catch (SAXException | ParserConfigurationException e) {
                    continue;
                }
            }
        }
        return components;
    }

    private static Document parse(InputStream in) throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        var builder = factory.newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(in);
    }

    private static Optional<Component> component(Document document) {
        Element root = document.getDocumentElement();
        if (!"component".equals(root.getLocalName()) || "false".equals(root.getAttribute("enabled"))) {
            return Optional.empty();
        }
        return Optional.of(new Component(
                root.getAttribute("name"),
                elements(root, "provide").stream()
                        .map(each -> each.getAttribute("interface"))
                        .toList(),
                elements(root, "reference").stream()
                        .filter(ComponentFiles::isMandatory)
                        .map(each -> new Reference(each.getAttribute("interface"), target(each)))
                        .toList()));
    }

    /** The condition of being live comes after the plan. */
    private static boolean isMandatory(Element reference) {
        return !reference.getAttribute("cardinality").startsWith("0")
                && !reference.getAttribute("target").contains(Revision.LIVE);
    }

    private static Optional<String> target(Element reference) {
        return Optional.of(reference.getAttribute("target")).filter(target -> !target.isEmpty());
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagNameNS("*", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }
}
