package org.vaksam.backup.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files of a data directory that are worth keeping: everything but the database, whose rows are taken, the module files,
 * which the registry names, what is made anew, and what is not finished.
 */
final class DataFiles {
    private static final Set<String> LEFT_OUT =
            Set.of("db", "db-derby.log", "modules", "backups", "index", "run", "log", "karaf", "hot", "restoring");
    private static final List<String> UNFINISHED = List.of(".incomplete", ".incoming", ".new", ".tmp");

    private final Path data;

    DataFiles(Path data) {
        this.data = data;
    }

    /** Their paths below the data directory, with {@code /} between. */
    List<String> paths() throws IOException {
        if (!Files.isDirectory(data)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(data)) {
            return files.map(data::relativize)
                    .filter(DataFiles::isKept)
                    .filter(path -> Files.isRegularFile(data.resolve(path), LinkOption.NOFOLLOW_LINKS))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isKept(Path path) {
        String top = path.getName(0).toString();
        return !LEFT_OUT.contains(top)
                && !top.startsWith("replaced-")
                && UNFINISHED.stream().noneMatch(path.toString()::endsWith);
    }
}
