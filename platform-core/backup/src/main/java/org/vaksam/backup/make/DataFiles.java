package org.vaksam.backup.make;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vaksam.backup.restore.Trees;

/**
 * The files of a data directory that are worth keeping: everything but the database, whose rows are taken, the module files,
 * which the registry names, what is made anew, and what is not finished.
 */
final class DataFiles {
    private static final Set<String> LEFT_OUT = Set.of(
            "db", "db-derby.log", "modules", "backups", "exports", "index", "run", "log", "karaf", "hot", "restoring");
    /** Signed for entries that came after the picture of the database; the heads in the database belong to it. */
    private static final String NEWEST_HEAD = "journal/head.json";

    private static final List<String> UNFINISHED = List.of(".incomplete", ".incoming", ".new", ".tmp");

    private final Path data;

    DataFiles(Path data) {
        this.data = data;
    }

    /** Their paths below the data directory, with {@code /} between. */
    List<String> paths() throws IOException {
        var paths = new ArrayList<String>();
        for (Path child : Trees.children(data)) {
            String name = child.getFileName().toString();
            if (!LEFT_OUT.contains(name) && !name.startsWith("replaced-")) {
                collect(child, paths);
            }
        }
        return paths;
    }

    private void collect(Path child, List<String> paths) throws IOException {
        try (Stream<Path> files = Files.walk(child)) {
            files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> UNFINISHED.stream().noneMatch(file.toString()::endsWith))
                    .map(file -> data.relativize(file).toString().replace('\\', '/'))
                    .filter(path -> !path.equals(NEWEST_HEAD))
                    .sorted()
                    .forEach(paths::add);
        }
    }
}
