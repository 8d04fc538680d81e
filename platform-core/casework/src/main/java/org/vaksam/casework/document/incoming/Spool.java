package org.vaksam.casework.document.incoming;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files on the disk while they come in: each exists as long as the work on it, and nothing of it stays when that breaks off. */
@Component(service = Spool.class)
public final class Spool {
    /** A file that has arrived. */
    public record Arrived(Path file, long bytes, String sha256) {}

    /** What is done with it. */
    @FunctionalInterface
    public interface Work<T> {
        T run(Arrived arrived) throws IOException;
    }

    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final int BUFFER = 64 * 1024;
    private static final int AT_ONCE = 12;
    private static final long SPARE_DISK = 256L << 20;

    private final Path folder;
    private final Semaphore places = new Semaphore(AT_ONCE);

    @Activate
    public Spool() {
        this(Path.of(System.getProperty("vaksam.data", "data"))
                .toAbsolutePath()
                .resolve("run")
                .resolve("documents"));
    }

    public Spool(Path folder) {
        this.folder = folder;
        removeLeftovers();
    }

    /**
     * Receives a file and works on it.
     *
     * @param most so many bytes it may have
     * @throws org.vaksam.api.problem.Problem 413 when it has more, 422 when it has none, 429 when too many come in at once, 507
     *     when the disk is full
     */
    public <T> T with(InputStream content, long most, Work<T> work) {
        if (!places.tryAcquire()) {
            throw UploadProblems.busy();
        }
        try {
            Files.createDirectories(folder);
            Path file = Files.createTempFile(folder, "document-", ".tmp");
            try {
                return work.run(receive(content, file, most));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            places.release();
        }
    }

    /** A further file of this work, which deletes it. */
    Path another() throws IOException {
        return Files.createTempFile(folder, "document-", ".tmp");
    }

    /** Length and checksum of what is there. */
    static Arrived measured(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = sha256();
            long bytes = copy(in, OutputStream.nullOutputStream(), digest, Long.MAX_VALUE);
            return new Arrived(file, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private Arrived receive(InputStream content, Path file, long most) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < SPARE_DISK + most) {
            throw UploadProblems.diskFull();
        }
        MessageDigest digest = sha256();
        try (OutputStream out = Files.newOutputStream(file)) {
            long bytes = copy(content, out, digest, most);
            if (bytes == 0) {
                throw UploadProblems.empty();
            }
            return new Arrived(file, bytes, HexFormat.of().formatHex(digest.digest()));
        }
    }

    private static long copy(InputStream in, OutputStream out, MessageDigest digest, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long bytes = 0;
        for (int read = next(in, buffer); read >= 0; read = next(in, buffer)) {
            bytes += read;
            if (bytes > most) {
                throw UploadProblems.tooLarge(most);
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
        }
        return bytes;
    }

    private static int next(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw UploadProblems.brokenOff().causedBy(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void removeLeftovers() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "document-*.tmp")) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            LOG.warn("Uploads of an earlier run could not be removed from {}", folder, e);
        }
    }
}
