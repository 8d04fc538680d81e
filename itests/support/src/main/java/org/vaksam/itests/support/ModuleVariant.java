package org.vaksam.itests.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Another version of a module, made from its file: entries added, replaced, edited. */
public final class ModuleVariant {
    private static final String DESCRIPTOR = "META-INF/vaksam/module.json";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    /** What the module parent makes of the guide's pom. */
    private static final String GUIDE_MANIFEST =
            """
            Manifest-Version: 1.0
            Bundle-ManifestVersion: 2
            Bundle-SymbolicName: org.vaksam.module.my-area
            Bundle-Version: 1.0.0
            Vaksam-Module: my-area
            """;

    private static final Pattern EXAMPLE = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    private ModuleVariant() {}

    /** Starts from this module file as if nobody had signed it. */
    public ModuleVariant(Path original) {
        read(original);
        entries.keySet().removeIf(name -> SIGNATURE.matcher(name).matches());
        edit(MANIFEST, text -> text.split("\r?\n\r?\n", 2)[0] + "\r\n\r\n");
    }

    /** Starts from this module file and leaves its signature where it is, as somebody does who has no key. */
    public static ModuleVariant keepingTheSignatureOf(Path original) {
        var variant = new ModuleVariant();
        variant.read(original);
        return variant;
    }

    private void read(Path original) {
        try (var jar = new ZipInputStream(Files.newInputStream(original))) {
            for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                if (!entry.isDirectory()) {
                    entries.put(entry.getName(), jar.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module without Java that the guide for module builders shows. */
    public static ModuleVariant ofGuide(Path guide) {
        try {
            Iterator<String> examples = EXAMPLE.matcher(Files.readString(guide))
                    .results()
                    .map(example -> example.group(1))
                    .iterator();
            return new ModuleVariant()
                    .put(MANIFEST, GUIDE_MANIFEST)
                    .put(DESCRIPTOR, examples.next().replace("${project.version}", "1.0.0"))
                    .put("META-INF/vaksam/definitions/thing.definition.json", examples.next());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same module in another version. */
    public ModuleVariant version(String version) {
        edit(
                DESCRIPTOR,
                text -> text.replaceFirst("\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"" + version + "\""));
        return edit(MANIFEST, text -> text.replaceFirst("Bundle-Version: \\S+", "Bundle-Version: " + version));
    }

    /** An entry changed as text. */
    public ModuleVariant edit(String name, UnaryOperator<String> change) {
        byte[] old = entries.get(name);
        if (old == null) {
            throw new IllegalArgumentException("No entry " + name);
        }
        return put(name, change.apply(new String(old, StandardCharsets.UTF_8)));
    }

    /** An entry added or replaced. */
    public ModuleVariant put(String name, String text) {
        entries.put(name, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Written as a module file. */
    public Path write(Path file) {
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            writeEntry(jar, MANIFEST);
            for (String name : entries.keySet()) {
                if (!name.equals(MANIFEST)) {
                    writeEntry(jar, name);
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void writeEntry(ZipOutputStream jar, String name) throws IOException {
        jar.putNextEntry(new ZipEntry(name));
        jar.write(entries.getOrDefault(name, new byte[0]));
        jar.closeEntry();
    }
}
