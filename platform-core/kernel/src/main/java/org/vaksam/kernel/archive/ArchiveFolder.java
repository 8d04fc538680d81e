package org.vaksam.kernel.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vaksam.spi.kernel.Archives.Archive;

/** The folder {@code archives}: a file has its name only when it is complete and on the disk. */
public final class ArchiveFolder {
    private static final Pattern NAME =
            Pattern.compile("([a-z0-9-]+)-(\\d+\\.\\d+\\.\\d+)-(\\d{8}T\\d{6}\\.\\d{3}Z)\\.zip");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX").withZone(ZoneOffset.UTC);
    private static final String INCOMPLETE = ".incomplete";

    private final Path folder;

    /** Opens (and creates) the folder; what was not completed by an earlier run goes. */
    public ArchiveFolder(Path folder) {
        try {
            this.folder = Files.createDirectories(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(INCOMPLETE))
                        .toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of archives cannot be opened", e);
        }
    }

    /** Writes into a file; fails when it is no whole archive in the end. */
    interface Work {
        void write(Path file) throws IOException;
    }

    static String name(String module, String version, Instant at) {
        return module + "-" + version + "-" + TIME.format(at) + ".zip";
    }

    /** A file that has this name when the work on it is done and on the disk, and never existed otherwise. */
    void write(String name, Work work) throws IOException {
        Path incomplete = folder.resolve(name + INCOMPLETE);
        try {
            work.write(incomplete);
            sync(incomplete, StandardOpenOption.WRITE);
            Files.move(incomplete, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            sync(folder, StandardOpenOption.READ);
        } finally {
            Files.deleteIfExists(incomplete);
        }
    }

    /** Newest first. */
    public List<Archive> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.flatMap(file -> describe(file).stream())
                    .sorted(Comparator.comparing(Archive::exportedAt).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                : Optional.empty();
    }

    public boolean delete(String name) {
        Optional<Path> file = find(name);
        try {
            return file.isPresent() && Files.deleteIfExists(file.get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Archive> describe(Path file) {
        String name = String.valueOf(file.getFileName());
        Matcher parts = NAME.matcher(name);
        if (find(name).isEmpty() || !parts.matches()) {
            return Optional.empty();
        }
        try {
            Instant at = TIME.parse(parts.group(3), Instant::from);
            return Optional.of(new Archive(name, parts.group(1), parts.group(2), at, Files.size(file)));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
