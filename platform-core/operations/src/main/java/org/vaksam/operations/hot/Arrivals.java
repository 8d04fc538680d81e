package org.vaksam.operations.hot;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/**
 * Notices files that have arrived entirely: nothing changed between two looks and the jar has its end; a file without an end is
 * given up after ten looks without a change, so that somebody is told.
 */
final class Arrivals {
    private static final int PATIENCE = 10;

    private record Seen(long size, FileTime modified, int unchanged) {
        boolean isSame(BasicFileAttributes now) {
            return size == now.size() && modified.equals(now.lastModifiedTime());
        }
    }

    private final Path folder;
    private final Predicate<Path> taker;
    private final Map<Path, Seen> seen = new HashMap<>();

    /**
     * @param taker takes a complete file; false when it wants to be asked again later
     */
    Arrivals(Path folder, Predicate<Path> taker) throws IOException {
        this.folder = folder;
        this.taker = taker;
        Files.createDirectories(folder);
    }

    /** Takes what is complete; true while something is still arriving. */
    boolean look() throws IOException {
        List<Path> files = jars();
        seen.keySet().retainAll(files);
        boolean pending = false;
        for (Path file : files) {
            if (isComplete(file) && taker.test(file)) {
                seen.remove(file);
            } else {
                pending = true;
            }
        }
        return pending;
    }

    private List<Path> jars() throws IOException {
        var files = new ArrayList<Path>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.{jar,zip}")) {
            for (Path file : found) {
                boolean isHidden = file.getFileName().toString().startsWith(".");
                if (!isHidden && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(file);
                }
            }
        }
        files.sort(null);
        return files;
    }

    private boolean isComplete(Path file) throws IOException {
        BasicFileAttributes now;
        try {
            now = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            return false;
        }
        Seen before = seen.get(file);
        int unchanged = before != null && before.isSame(now) ? before.unchanged() + 1 : 0;
        seen.put(file, new Seen(now.size(), now.lastModifiedTime(), unchanged));
        return unchanged >= PATIENCE || unchanged >= 1 && hasItsEnd(file);
    }

    /** The directory of a jar is written last. */
    private static boolean hasItsEnd(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
