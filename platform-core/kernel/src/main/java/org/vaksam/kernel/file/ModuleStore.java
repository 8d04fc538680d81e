package org.vaksam.kernel.file;

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
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.vaksam.api.text.Text;

/**
 * Module files under the name of their content. A file is complete and on the disk before it gets its name, so a crash leaves
 * at most a temporary file, which the next start removes.
 */
public final class ModuleStore {
    private static final String TEMPORARY = ".incoming";
    private static final int MEBIBYTE = 20;

    private final Path folder;
    private final String suffix;
    private final long mostMebibytes;

    /** Opens (and creates) the store of module files in this folder. */
    public ModuleStore(Path folder) {
        this(folder, ".jar", 200);
    }

    /** Opens (and creates) a store of files that end in this way. */
    public ModuleStore(Path folder, String suffix, long mostMebibytes) {
        this.suffix = suffix;
        this.mostMebibytes = mostMebibytes;
        try {
            this.folder = Files.createDirectories(folder);
            for (Path file : list()) {
                if (file.toString().endsWith(TEMPORARY)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The module store cannot be opened", e);
        }
    }

    /** Copies a file in; the same content again replaces (and so repairs) what is there. */
    public StoredFile put(Path source) throws IOException {
        if (Files.size(source) > mostMebibytes << MEBIBYTE) {
            throw new IOException("larger than " + mostMebibytes + " MiB");
        }
        Path incoming = Files.createTempFile(folder, "module", TEMPORARY);
        try {
            String sha = copy(source, incoming);
            Path target = folder.resolve(sha + suffix);
            Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder, StandardOpenOption.READ);
            return new StoredFile(target, sha);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /** The file with this checksum, read through and compared with it. */
    public StoredFile verified(String sha) throws InvalidModuleFile {
        Path file = folder.resolve(sha + suffix);
        try {
            if (!Files.isRegularFile(file)) {
                throw new InvalidModuleFile(missing(sha));
            }
            if (!digest(file).equals(sha)) {
                throw new InvalidModuleFile(damaged(sha));
            }
        } catch (IOException e) {
            throw new InvalidModuleFile(damaged(sha));
        }
        return new StoredFile(file, sha);
    }

    /** Removes a file that turned out to be no module. */
    public void discard(String sha) {
        try {
            Files.deleteIfExists(folder.resolve(sha + suffix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checksums of all files. */
    public List<String> shas() {
        return list().stream()
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(suffix))
                .map(name -> name.substring(0, name.length() - suffix.length()))
                .toList();
    }

    /** Removes files that nobody names and that have not been touched for this long. */
    public void sweep(Set<String> named, Duration untouched) {
        Instant limit = Instant.now().minus(untouched);
        for (String sha : shas()) {
            Path file = folder.resolve(sha + suffix);
            try {
                if (!named.contains(sha)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String copy(Path source, Path target) throws IOException {
        MessageDigest digest = Checksums.sha256();
        try (InputStream in = Files.newInputStream(source);
                FileChannel out = FileChannel.open(target, StandardOpenOption.WRITE)) {
            var buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
                var chunk = ByteBuffer.wrap(buffer, 0, length);
                while (chunk.hasRemaining()) {
                    out.write(chunk);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Checksums.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            var buffer = new byte[1 << 16];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                digest.update(buffer, 0, length);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void sync(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private List<Path> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Text missing(String sha) {
        return new Text(
                "Modulens fil (" + sha.substring(0, 12) + "…) saknas i modulförrådet. Installera samma fil igen.",
                "The module's file (" + sha.substring(0, 12)
                        + "…) is missing in the module store. Install the same file again.");
    }

    private static Text damaged(String sha) {
        return new Text(
                "Modulens fil (" + sha.substring(0, 12)
                        + "…) är skadad: innehållet stämmer inte med kontrollsumman. Installera samma fil igen.",
                "The module's file (" + sha.substring(0, 12)
                        + "…) is damaged: its content does not match its checksum. Install the same file again.");
    }
}
