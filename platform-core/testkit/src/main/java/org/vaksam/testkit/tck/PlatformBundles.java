package org.vaksam.testkit.tck;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** The bundles of the platform with their start levels, as the features of the distribution list them. */
final class PlatformBundles {
    private static final String FOLDER = "/vaksam-platform/";
    private static final String LIST = FOLDER + "features.xml";

    private PlatformBundles() {}

    /** Installs them all and lets those that can be wired start with the framework. */
    static void install(BundleContext context) throws BundleException, IOException {
        var bundles = new ArrayList<Bundle>();
        for (Element listed : list()) {
            String[] maven =
                    listed.getTextContent().strip().substring("mvn:".length()).split("/", -1);
            try (InputStream file = open(FOLDER + maven[1] + "-" + maven[2] + ".jar")) {
                Bundle bundle = context.installBundle("platform:" + maven[1], file);
                bundle.adapt(BundleStartLevel.class)
                        .setStartLevel(Integer.parseInt(listed.getAttribute("start-level")));
                bundles.add(bundle);
            }
        }
        context.getBundle().adapt(FrameworkWiring.class).resolveBundles(bundles);
        for (Bundle bundle : bundles) {
            if (bundle.getState() == Bundle.RESOLVED) {
                bundle.start();
            }
        }
    }

    private static List<Element> list() throws IOException {
        try (InputStream in = open(LIST)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
            var nodes = document.getElementsByTagName("bundle");
            var found = new ArrayList<Element>();
            for (int i = 0; i < nodes.getLength(); i++) {
                found.add((Element) Objects.requireNonNull(nodes.item(i)));
            }
            return found;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(LIST + " is damaged", e);
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = PlatformBundles.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException(resource + " is not on the class path. The module's pom needs the parent"
                    + " vaksam-module-parent, which brings vaksam-features with the classifier embedded.");
        }
        return in;
    }
}
