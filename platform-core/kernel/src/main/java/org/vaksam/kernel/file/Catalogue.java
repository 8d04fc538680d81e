package org.vaksam.kernel.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.spi.kernel.ModuleDescriptor;
import org.vaksam.spi.kernel.Modules.Offered;

/** The modules on offer: the jar files of a folder, read when asked for and again when the folder has changed. */
public final class Catalogue {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    /** A file as it was when last read. */
    private record Seen(long size, FileTime modified) {}

    private final Optional<Path> folder;
    private final ModuleFileReader reader;
    private Map<Path, Seen> seen = Map.of();
    private List<Offered> offered = List.of();

    public Catalogue(Optional<Path> folder, ModuleFileReader reader) {
        this.folder = folder;
        this.reader = reader;
    }

    /** By id, newest version first. */
    public synchronized List<Offered> offered() {
        Map<Path, Seen> now = look();
        if (!now.equals(seen)) {
            offered = read(now.keySet());
            seen = now;
        }
        return offered;
    }

    private Map<Path, Seen> look() {
        var files = new TreeMap<Path, Seen>();
        if (folder.isEmpty() || !Files.isDirectory(folder.get())) {
            return files;
        }
        try (Stream<Path> all = Files.list(folder.get())) {
            for (Path file : (Iterable<Path>) all.filter(each -> each.toString().endsWith(".jar"))::iterator) {
                files.put(file, new Seen(Files.size(file), Files.getLastModifiedTime(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The catalogue cannot be read", e);
        }
        return files;
    }

    private List<Offered> read(Iterable<Path> files) {
        var found = new ArrayList<Offered>();
        for (Path file : files) {
            try {
                ModuleDescriptor descriptor = reader.describe(file);
                found.add(new Offered(descriptor.id(), descriptor.version(), descriptor.title(), file));
            } catch (InvalidModuleFile e) {
                LOG.warn("{} is not offered: {}", file.getFileName(), e.getMessage());
            }
        }
        found.sort(Comparator.comparing(Offered::id)
                .thenComparing(each -> Version.parseVersion(each.version()), Comparator.reverseOrder()));
        return List.copyOf(found);
    }
}
