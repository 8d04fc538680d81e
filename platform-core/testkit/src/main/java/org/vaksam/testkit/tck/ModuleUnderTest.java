package org.vaksam.testkit.tck;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The module that is being built: the folder of its classes, packed as the file that would be installed. */
final class ModuleUnderTest {
    private static final String DESCRIPTOR = "META-INF/vaksam/module.json";
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, byte[]> entries = new TreeMap<>();

    private ModuleUnderTest() {}

    /** The one whose descriptor is a file of this test's class path. */
    static ModuleUnderTest of(Class<?> test) throws IOException, URISyntaxException {
        URL descriptor = test.getResource("/" + DESCRIPTOR);
        if (descriptor == null || !descriptor.getProtocol().equals("file")) {
            throw new AssertionError("There is no src/main/resources/" + DESCRIPTOR + " in the module that is tested.");
        }
        Path root = Path.of(URI.create(descriptor.toURI().toString().replace(DESCRIPTOR, "")));
        var module = new ModuleUnderTest();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                module.entries.put(root.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        if (!module.entries.containsKey(MANIFEST)) {
            throw new AssertionError(MANIFEST + " is missing in " + root + ": run the test with Maven once.");
        }
        return module;
    }

    String id() {
        return descriptor().path("id").asText();
    }

    String version() {
        return descriptor().path("version").asText();
    }

    JsonNode descriptor() {
        return json(DESCRIPTOR);
    }

    /** Files in a folder, as JSON, by name. */
    Map<String, JsonNode> documents(String folder) {
        var found = new TreeMap<String, JsonNode>();
        entries.keySet().stream()
                .filter(name -> name.startsWith(folder) && name.endsWith(".json"))
                .forEach(name -> found.put(name, json(name)));
        return found;
    }

    /** Names of the packages in a header of the manifest. */
    List<String> packages(String header) throws IOException {
        String value = manifest().getMainAttributes().getValue(header);
        var names = new ArrayList<String>();
        if (value != null) {
            for (String clause : value.replaceAll("\"[^\"]*\"", "").split(",", -1)) {
                names.add(clause.split(";", -1)[0].strip());
            }
        }
        return names;
    }

    /** The same module in another version, as a file in this folder. */
    Path write(Path folder, String version) throws IOException {
        var changed = new TreeMap<>(entries);
        String text = new String(bytes(DESCRIPTOR), StandardCharsets.UTF_8)
                .replaceFirst("\"version\"\\s*:\\s*\"[^\"]*\"", "\"version\": \"" + version + "\"");
        changed.put(DESCRIPTOR, text.getBytes(StandardCharsets.UTF_8));
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Bundle-Version"), version);
        changed.remove(MANIFEST);
        Path file = folder.resolve(id() + "-" + version + ".jar");
        try (var jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(entry(MANIFEST));
            manifest.write(jar);
            jar.closeEntry();
            for (Map.Entry<String, byte[]> entry : changed.entrySet()) {
                put(jar, entry.getKey(), entry.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream jar, String name, byte[] content) throws IOException {
        jar.putNextEntry(entry(name));

        jar.write(content);
        jar.closeEntry();
    }

    /** The same content gives the same file. */
    private static ZipEntry entry(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        return entry;
    }

    private Manifest manifest() throws IOException {
        var manifest = new Manifest();
        manifest.read(new ByteArrayInputStream(bytes(MANIFEST)));
        return manifest;
    }

    private JsonNode json(String name) {
        try {
            return JSON.readTree(bytes(name));
        } catch (IOException e) {
            throw new AssertionError(name + " is not valid JSON: " + e.getMessage(), e);
        }
    }

    private byte[] bytes(String name) {
        return entries.getOrDefault(name, new byte[0]);
    }
}
