package org.vaksam.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The folder where a file waits until it is imported. A file is on the disk for good before its receipt is given. */
final class Spool {
    /** A file that has arrived. */
    record Stored(String sha256, long bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int CHUNK = 256 * 1024;
    private static final String ARRIVING = ".part";

    private final Path folder;
    private final long largest;
    private final long spare;

    /**
     * A spool.
     *
     * @param largest a file of more bytes is refused
     * @param spare   bytes that must stay free on the disk
     */
    Spool(Path folder, long largest, long spare) {
        this.folder = folder;
        this.largest = largest;
        this.spare = spare;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes in a file; nothing of it stays when that fails. */
    Stored store(String id, InputStream body) {
        Path part = folder.resolve(id + ARRIVING);
        try {
            Stored stored = write(part, body);
            Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
            try (var directory = FileChannel.open(folder)) {
                directory.force(true);
            }
            return stored;
        } catch (IOException e) {
            delete(part);
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            delete(part);
            throw e;
        }
    }

    InputStream open(String id) throws IOException {
        return Files.newInputStream(path(id));
    }

    void delete(String id) {
        delete(path(id));
    }

    /** Removes what nobody waits for: left behind when the process died at the wrong moment. */
    void keepOnly(Set<String> ids) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !ids.contains(String.valueOf(file.getFileName())))
                    .forEach(Spool::delete);
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be tidied", folder, e);
        }
    }

    private Path path(String id) {
        return folder.resolve(id);
    }

    private Stored write(Path part, InputStream body) throws IOException {
        MessageDigest digest = sha256();
        long bytes = 0;
        try (var out = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[CHUNK];
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                checkRoom(bytes + read);
                digest.update(buffer, 0, read);
                writeAll(out, ByteBuffer.wrap(buffer, 0, read));
                bytes += read;
            }
            out.force(true);
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private void checkRoom(long bytes) throws IOException {
        if (bytes > largest) {
            throw Problem.of(
                    "too-large",
                    413,
                    new Text("För stort", "Too large"),
                    new Text(
                            "Filen får vara högst " + largest + " byte.",
                            "The file may have at most " + largest + " bytes."));
        }
        if (Files.getFileStore(folder).getUsableSpace() < spare) {
            throw Problem.of(
                            "unavailable",
                            503,
                            new Text("Går inte just nu", "Not possible right now"),
                            new Text(
                                    "Disken är nästan full. Filen har inte tagits emot.",
                                    "The disk is almost full. The file was not accepted."))
                    .withNext(new Text(
                            "Be driften frigöra utrymme och skicka filen igen.",
                            "Ask operations to free some space, then send the file again."));
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer chunk) throws IOException {
        while (chunk.hasRemaining()) {
            out.write(chunk);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The file {} cannot be deleted", file, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
