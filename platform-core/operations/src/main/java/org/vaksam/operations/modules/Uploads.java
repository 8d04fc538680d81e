package org.vaksam.operations.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files on their way in: each exists as long as the work on it. */
@Component(service = Uploads.class)
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;

    @Activate
    public Uploads() {
        this(Path.of(System.getProperty("vaksam.data", "data"))
                .toAbsolutePath()
                .resolve("run")
                .resolve("uploads"));
    }

    Uploads(Path folder) {
        this.folder = folder;
        removeLeftovers();
    }

    /** Runs the work on a file with this content. */
    <T> T with(InputStream content, Function<Path, T> work) {
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "module-", ".jar");
            try {
                Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
                return work.apply(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeLeftovers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "module-*.jar")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Uploads of an earlier run could not be removed from {}", folder, e);
        }
    }
}
