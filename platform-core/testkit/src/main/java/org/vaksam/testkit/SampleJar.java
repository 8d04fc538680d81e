package org.vaksam.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Builds module files on the fly. */
public final class SampleJar {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final TreeSet<String> components = new TreeSet<>();

    private SampleJar(String symbolicName, String version) {
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", symbolicName);
        headers.put("Bundle-Version", version);
    }

    /** A module with nothing but a descriptor. */
    public static SampleJar module(String id, String version) {
        return new SampleJar("org.vaksam.module." + id, version)
                .entry("META-INF/vaksam/module.json", descriptor(id, version, "\"needs\": []"));
    }

    /** A module that needs another one. */
    public static SampleJar moduleNeeding(String id, String version, String needed) {
        return new SampleJar("org.vaksam.module." + id, version)
                .entry("META-INF/vaksam/module.json", descriptor(id, version, "\"needs\": [\"" + needed + "\"]"));
    }

    /** Any other bundle. */
    public static SampleJar bundle(String symbolicName) {
        return new SampleJar(symbolicName, "1.0.0");
    }

    /** A descriptor with one more member. */
    public static String descriptor(String id, String version, String more) {
        return """
                {"id": "%s", "version": "%s", "title": {"sv": "Prov", "en": "Sample"}, "platform": "[1.0,2)", %s}
                """
                .formatted(id, version, more);
    }

    public SampleJar header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public SampleJar entry(String path, String content) {
        entries.put(path, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public SampleJar script(String name, String up, String down) {
        return entry("META-INF/vaksam/db/" + name + ".up.sql", up + ";\n")
                .entry("META-INF/vaksam/db/" + name + ".down.sql", down + ";\n");
    }

    /** A class of the test's class path, private to the bundle. */
    public SampleJar type(Class<?> type) {
        String path = type.getName().replace('.', '/') + ".class";
        try (InputStream in = Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(path)) {
            entries.put(path, Objects.requireNonNull(in).readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** A component of this class; {@code more} goes into its declaration. */
    public SampleJar component(Class<?> type, String service, String more) {
        String file = "OSGI-INF/" + type.getName() + ".xml";
        components.add(file);
        header("Service-Component", String.join(",", components));
        String parameters = more.contains("parameter=") ? " init=\"1\"" : "";
        return type(type)
                .entry(
                        file,
                        """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s"%s>
                          <implementation class="%s"/>
                          <service><provide interface="%s"/></service>
                          %s
                        </scr:component>
                        """
                                .formatted(type.getName(), parameters, type.getName(), service, more));
    }

    /** A component of this class that is activated at once and offers nothing. */
    public SampleJar immediate(Class<?> type) {
        String file = "OSGI-INF/" + type.getName() + ".xml";
        components.add(file);
        header("Service-Component", String.join(",", components));
        return type(type)
                .entry(
                        file,
                        """
                        <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.4.0" name="%s" immediate="true">
                          <implementation class="%s"/>
                        </scr:component>
                        """
                                .formatted(type.getName(), type.getName()));
    }

    /** Writes it to a new file in the folder. */
    public Path write(Path folder) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        Path file = folder.resolve(UUID.randomUUID() + ".jar");
        try (var jar = new JarOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(dated(JarFile.MANIFEST_NAME));
            manifest.write(jar);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(dated(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** The same content gives the same file, whenever it is written. */
    private static JarEntry dated(String name) {
        var entry = new JarEntry(name);
        entry.setTime(0);
        return entry;
    }
}
