package org.vaksam.exchange.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** The folder with files that can be fetched. A file has its name when all of it is on the disk for good, and not before. */
final class ExportFolder {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFolder.class);
    private static final String UNFINISHED = ".part";
    private static final long LOOK_EVERY = 8L << 20;

    private final Path folder;
    private final long largest;
    private final long spare;

    /**
     * A folder.
     *
     * @param largest a file of more bytes is not made
     * @param spare   bytes that must stay free on the disk
     */
    ExportFolder(Path folder, long largest, long spare) {
        this.folder = folder;
        this.largest = largest;
        this.spare = spare;
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Work that fills a file. */
    @FunctionalInterface
    interface Filling<T> {
        T to(OutputStream out) throws IOException;
    }

    /** Makes the file; nothing of it stays when that fails. */
    <T> T make(String id, Filling<T> filling) throws IOException {
        Path part = folder.resolve(id + UNFINISHED);
        try {
            T result;
            try (FileChannel file = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                result = filling.to(new Watched(Channels.newOutputStream(file)));
                file.force(true);
            }
            Files.move(part, path(id), StandardCopyOption.ATOMIC_MOVE);
            return result;
        } finally {
            delete(part);
        }
    }

    long size(String id) throws IOException {
        return Files.size(path(id));
    }

    boolean has(String id) {
        return Files.exists(path(id));
    }

    /** Where it is, if it is there. */
    Path path(String id) {
        return folder.resolve(id);
    }

    void delete(String id) {
        delete(path(id));
    }

    /** Removes what nobody waits for. */
    void keepOnly(Set<String> ids) {
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> !ids.contains(String.valueOf(file.getFileName())))
                    .forEach(ExportFolder::delete);
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
            if (bytes >= lookAt) {
                lookAt = bytes + LOOK_EVERY;
                check();
            }
            out.write(content, offset, length);
        }

        private void check() throws IOException {
            if (bytes > largest) {
                throw Problems.tooLarge(new Text(
                        "Filen blir större än " + (largest >> 20) + " MiB.",
                        "The file gets larger than " + (largest >> 20) + " MiB."));
            }
            if (Files.getFileStore(folder).getUsableSpace() < spare) {
                throw Problem.of(
                        "unavailable",
                        503,
                        new Text("Går inte just nu", "Not possible right now"),
                        new Text("Disken är nästan full.", "The disk is almost full."));
            }
        }
    }
}
