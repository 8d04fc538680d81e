package org.vaksam.journal.head;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vaksam.journal.chain.ExportLines;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.SignedHead;

/**
 * The folder {@code journal} of the data directory, out of reach of whoever has only the database: the key pair, the public keys
 * that are trusted (each {@code *.pub}), and the newest head.
 */
final class HeadFolder {
    private static final String PAIR = "head.key";
    private static final String NEWEST = "head.json";
    private static final String PUBLIC = ".pub";

    private final Path folder;

    HeadFolder(Path folder) {
        this.folder = folder;
    }

    /** The key pair; made at the first start. */
    HeadPair pair() throws IOException {
        Path file = folder.resolve(PAIR);
        if (!Files.exists(file)) {
            write(PAIR, HeadPair.create().text());
        }
        HeadPair pair = HeadPair.read(Files.readString(file));
        String name = pair.open().id() + PUBLIC;
        if (!Files.exists(folder.resolve(name))) {
            write(name, pair.open().pem());
        }
        return pair;
    }

    List<HeadKey> trusted() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(PUBLIC))
                    .sorted()
                    .map(HeadFolder::read)
                    .map(HeadKey::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<SignedHead> newest() {
        Path file = folder.resolve(NEWEST);
        return Files.exists(file) ? Optional.of(ExportLines.readHead(read(file))) : Optional.empty();
    }

    void keep(SignedHead head) throws IOException {
        write(NEWEST, ExportLines.head(head));
    }

    /** All or nothing, and readable by the platform's user alone: so are temporary files from their beginning. */
    private void write(String name, String content) throws IOException {
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, ".", ".new");
        try {
            Files.writeString(fresh, content);
            Files.move(
                    fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
