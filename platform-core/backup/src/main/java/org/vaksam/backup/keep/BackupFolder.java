package org.vaksam.backup.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vaksam.backup.archive.BackupJson;
import org.vaksam.backup.restore.Trees;

/** The folder {@code backups}: a file has its name only when it is whole, on the disk and read again. */
final class BackupFolder {
    private static final Pattern NAME = Pattern.compile("vaksam-\\d{8}T\\d{6}\\.\\d{3}Z\\.zip(\\.enc)?");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSSX").withZone(ZoneOffset.UTC);
    private static final String INCOMPLETE = ".incomplete";
    private static final String ABOUT = ".json";

    private final Path folder;

    /** Opens (and creates) the folder; what was not completed by an earlier run goes. */
    BackupFolder(Path folder) {
        this.folder = folder;
        try {
            Trees.createPrivate(folder);
            Trees.delete(scratch());
            for (Path file : files()) {
                if (file.toString().endsWith(INCOMPLETE)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of backups cannot be opened", e);
        }
    }

    static String name(Instant at, boolean encrypted) {
        return "vaksam-" + TIME.format(at) + (encrypted ? ".zip.enc" : ".zip");
    }

    /** Where a backup is while it is being written. */
    Path incomplete(String name) {
        return folder.resolve(name + INCOMPLETE);
    }

    /** For the copy of the embedded database. */
    Path scratch() {
        return folder.resolve("scratch" + INCOMPLETE);
    }

    /** Gives a backup its name. */
    void complete(KeptBackup backup) throws IOException {
        Path written = incomplete(backup.name());
        sync(written, StandardOpenOption.WRITE);
        write(backup);
        Files.move(written, folder.resolve(backup.name()), StandardCopyOption.ATOMIC_MOVE);
        sync(folder, StandardOpenOption.READ);
    }

    void write(KeptBackup backup) throws IOException {
        Path about = folder.resolve(backup.name() + ABOUT);
        Path fresh = folder.resolve(backup.name() + ABOUT + INCOMPLETE);
        Files.write(fresh, BackupJson.MAPPER.writeValueAsBytes(backup));
        Files.move(fresh, about, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Newest first. */
    List<KeptBackup> list() {
        return files().stream()
                .flatMap(file -> about(String.valueOf(file.getFileName())).stream())
                .sorted(Comparator.comparing(KeptBackup::madeAt).reversed())
                .toList();
    }

    Optional<Path> find(String name) {
        return NAME.matcher(name).matches()
                ? Optional.of(folder.resolve(name)).filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                : Optional.empty();
    }

    Optional<KeptBackup> about(String name) {
        Path about = folder.resolve(name + ABOUT);
        if (find(name).isEmpty() || !Files.isRegularFile(about)) {
            return Optional.empty();
        }
        try {
            return Optional.of(BackupJson.MAPPER.readValue(Files.readAllBytes(about), KeptBackup.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    boolean delete(String name) {
        Optional<Path> file = find(name);
        try {
            boolean deleted = file.isPresent() && Files.deleteIfExists(file.get());
            if (deleted) {
                Files.deleteIfExists(folder.resolve(name + ABOUT));
            }
            return deleted;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
