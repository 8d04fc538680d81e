package org.vaksam.exchange;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;

/** A folder of files, each under an id. A file has its name when all of it is on the disk for good, and not before. */
public final class FileFolder {
    private static final Logger LOG = LoggerFactory.getLogger(FileFolder.class);
    private static final String UNFINISHED = ".part";
    private static final int CHUNK = 256 * 1024;
    private static final long LOOK_EVERY = 8L << 20;

    private final Path folder;
    private final Room room;

    /** Makes the folder when it is not there. */
    public FileFolder(Path folder, Room room) {
        this.folder = folder;
        this.room = room;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What a file may take.
     *
     * @param largest  a file of more bytes is refused
     * @param spare    bytes that must stay free on the disk
     * @param tooLarge what is said of a larger file
     * @param full     what is said when the disk is almost full
     */
    public record Room(long largest, long spare, Supplier<Problem> tooLarge, Supplier<Problem> full) {}

    /** Work that fills a file. */
    @FunctionalInterface
    public interface Filling<T> {
        T to(OutputStream out) throws IOException;
    }

    /** A file that has arrived. */
    record Stored(String sha256, long bytes) {}

    /** Makes the file; nothing of it stays when that fails. */
    public <T> T make(String id, Filling<T> filling) throws IOException {
        Path part = folder.resolve(id + UNFINISHED);
        try {
            T result;
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                result = filling.to(new Watched(Channels.newOutputStream(file)));
                file.force(true);
            }
            Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
            try (FileChannel directory = FileChannel.open(folder)) {
                directory.force(true);
            }
            return result;
        } finally {
            delete(part);
        }
    }

    /** Takes in a file; nothing of it stays when that fails. */
    Stored store(String id, InputStream body) {
        try {
            return make(id, file -> {
                var digest = new DigestOutputStream(file, sha256());
                var out = new BufferedOutputStream(digest, CHUNK);
                long bytes = body.transferTo(out);
                out.flush();
                return new Stored(
                        HexFormat.of().formatHex(digest.getMessageDigest().digest()), bytes);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    InputStream open(String id) throws IOException {
        return Files.newInputStream(path(id));
    }

    public long size(String id) throws IOException {
        return Files.size(path(id));
    }

    public boolean has(String id) {
        return Files.exists(path(id));
    }

    /** Where it is, if it is there. */
    public Path path(String id) {
        return folder.resolve(id);
    }

    public void delete(String id) {
        delete(path(id));
    }

    /** Removes what nobody waits for: left behind when the process died at the wrong moment. */
    public void keepOnly(Set<String> ids) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !ids.contains(String.valueOf(file.getFileName())))
                    .forEach(FileFolder::delete);
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be tidied", folder, e);
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

    /** Stops what would grow too large or fill the disk. */
    private final class Watched extends FilterOutputStream {
        private long bytes;
        private long lookAt;

        Watched(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] content, int offset, int length) throws IOException {
            bytes += length;
            if (bytes > room.largest()) {
                throw room.tooLarge().get();
            }
            if (bytes >= lookAt) {
                lookAt = bytes + LOOK_EVERY;
                if (Files.getFileStore(folder).getUsableSpace() < room.spare()) {
                    throw room.full().get();
                }
            }
            out.write(content, offset, length);
        }
    }
}
