package org.vaksam.casework.document.text;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;

/** The class path of the process that reads files: lies within the bundle, and is written out, because a process needs files. */
final class ChildClasses {
    private static final String OWN = "org/vaksam/casework/document/text/child";
    private static final String LIBRARIES = "extractor";

    private ChildClasses() {}

    /** Writes it into this folder, over what lies there. */
    static String writtenTo(Path folder, Bundle bundle) {
        try {
            var path = new ArrayList<String>();
            path.add(folder.toString());
            for (URL entry : entries(bundle, OWN, "*.class")) {
                write(entry, folder.resolve(entry.getPath().substring(1)));
            }
            for (URL entry : entries(bundle, LIBRARIES, "*.jar")) {
                Path jar = folder.resolve(entry.getPath().substring(1));
                write(entry, jar);
                path.add(jar.toString());
            }
            return String.join(File.pathSeparator, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> entries(Bundle bundle, String folder, String pattern) {
        Enumeration<URL> found = bundle.findEntries(folder, pattern, false);
        return found == null ? List.of() : Collections.list(found);
    }

    private static void write(URL entry, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try (InputStream in = entry.openStream()) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
