package org.vaksam.insight.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders {@code 1}, {@code 2}, … below the index's own: the newest complete one counts, the others go. */
final class IndexFolders {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFolders.class);

    private final Path home;

    IndexFolders(Path home) {
        this.home = home;
    }

    /** Newest first. */
    List<Path> all() throws IOException {
        Files.createDirectories(home);
        try (Stream<Path> folders = Files.list(home)) {
            return folders.filter(folder -> name(folder).matches("[1-9]\\d{0,8}"))
                    .sorted(Comparator.comparingInt(IndexFolders::number).reversed())
                    .toList();
        }
    }

    /** A new one, newer than all. */
    Path next() throws IOException {
        int newest = all().stream().mapToInt(IndexFolders::number).max().orElse(0);
        return Files.createDirectory(home.resolve(Integer.toString(newest + 1)));
    }

    /** Deletes the folder; what cannot be deleted now is tried again at the next start. */
    void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(IndexFolders::deleteFile);
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("The old index {} could not be deleted: {}", name(folder), e.toString());
        }
    }

    private static void deleteFile(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int number(Path folder) {
        return Integer.parseInt(name(folder));
    }

    private static String name(Path folder) {
        return folder.getFileName().toString();
    }
}
