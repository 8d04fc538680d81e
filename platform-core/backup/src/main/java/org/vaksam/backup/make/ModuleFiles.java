package org.vaksam.backup.make;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.vaksam.spi.data.Snapshots.Snapshot;

/** The module files that the registry of a snapshot names, and the scripts inside them. */
final class ModuleFiles {
    private static final String SCRIPTS = "META-INF/vaksam/db/";
    private static final int LONGEST_SCRIPT = 1 << 22;

    private final Path store;
    private final Map<String, Set<String>> shas = new LinkedHashMap<>();

    ModuleFiles(Path store, Snapshot snapshot) {
        this.store = store;
        snapshot.read("vaksam.module_registry", row -> {
            name(row, "id", "sha");
            name(row, "id", "previous_sha");
        });
        snapshot.read("vaksam.module_revision", row -> name(row, "module", "sha"));
    }

    /** Module to checksums of its files. */
    Map<String, Set<String>> shas() {
        return shas;
    }

    Path file(String sha) {
        return store.resolve(sha + ".jar");
    }

    /** File name to text of all scripts that the kept files of a module have. */
    Map<String, String> scripts(String module) throws IOException {
        var texts = new TreeMap<String, String>();
        for (String sha : shas.getOrDefault(module, Set.of())) {
            if (Files.isRegularFile(file(sha))) {
                read(file(sha), texts);
            }
        }
        return texts;
    }

    private static void read(Path file, Map<String, String> texts) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                String name = entry.getName();
                if (name.startsWith(SCRIPTS) && name.endsWith(".sql") && !entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        texts.putIfAbsent(
                                name.substring(SCRIPTS.length()),
                                new String(in.readNBytes(LONGEST_SCRIPT), StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    private void name(Map<String, @Nullable Object> row, String module, String sha) {
        Object checksum = row.get(sha);
        if (checksum != null) {
            shas.computeIfAbsent(String.valueOf(row.get(module)), id -> new TreeSet<>())
                    .add(checksum.toString());
        }
    }
}
