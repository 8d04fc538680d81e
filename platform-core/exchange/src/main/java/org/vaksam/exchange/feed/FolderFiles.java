package org.vaksam.exchange.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.vaksam.api.data.Ids;

/**
 * The folder that others leave files in. Only plain files lying directly in it are touched: no links, no hidden files, none that
 * is still arriving by its name ({@code .part}, {@code .tmp}, {@code .filepart}). Files that were dealt with go to {@code done},
 * which is emptied after {@link #KEPT}, or to {@code failed}.
 */
final class FolderFiles {
    /** How long what was taken in stays in {@code done}. */
    static final Duration KEPT = Duration.ofDays(30);

    private static final Set<String> ARRIVING = Set.of(".part", ".tmp", ".filepart", ".partial");
    private static final int MOST = 500;

    private final Path folder;

    /**
     * A file as it was seen; a file that is still being written looks different the next time.
     *
     * @param at when it was last written
     */
    record Seen(Path path, long bytes, Instant at) {
        String name() {
            return String.valueOf(path.getFileName());
        }
    }

    FolderFiles(Path folder) throws IOException {
        this.folder = folder;
        for (Path each : List.of(folder, folder.resolve("done"), folder.resolve("failed"))) {
            if (!Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectories(each);
            }
        }
    }

    /** Those that wait, in the order of their names. */
    List<Seen> waiting() throws IOException {
        var found = new ArrayList<Seen>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (found.size() < MOST && isOffered(file)) {
                    add(found, file);
                }
            }
        }
        found.sort(Comparator.comparing(Seen::name));
        return found;
    }

    /** Its beginning, up to one byte more than so many. */
    static byte[] read(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most + 1);
        }
    }

    /** It was dealt with: its content is stored, or in the tray. */
    void finish(Seen file, boolean failed) throws IOException {
        Path to = folder.resolve(failed ? "failed" : "done");
        Path target = to.resolve(file.name());
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            target = to.resolve(Ids.next() + "-" + file.name());
        }
        try {
            Files.move(file.path(), target, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            moveSlowly(file.path(), target);
        }
    }

    /** Removes what has lain in {@code done} long enough. */
    void tidy(Instant now) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("done"))) {
            for (Path file : (Iterable<Path>) files::iterator) {
                var attributes = attributes(file);
                if (attributes.isRegularFile()
                        && attributes.lastModifiedTime().toInstant().plus(KEPT).isBefore(now)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static void moveSlowly(Path from, Path to) throws IOException {
        try {
            Files.move(from, to);
        } catch (FileAlreadyExistsException e) {
            Files.move(from, to.resolveSibling(Ids.next() + "-" + to.getFileName()));
        }
    }

    private static boolean isOffered(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ARRIVING.stream().noneMatch(name::endsWith);
    }

    private static void add(List<Seen> found, Path file) throws IOException {
        try {
            var attributes = attributes(file);
            if (attributes.isRegularFile()) {
                found.add(new Seen(
                        file, attributes.size(), attributes.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException e) {
            // its owner has taken it back
        }
    }

    private static BasicFileAttributes attributes(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }
}
