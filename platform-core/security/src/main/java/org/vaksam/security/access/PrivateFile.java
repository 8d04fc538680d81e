package org.vaksam.security.access;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Files that only the platform's own user can read, from the moment they exist. */
public final class PrivateFile {
    private PrivateFile() {}

    /** The folder of the running platform below the data directory, made when it is missing. */
    public static Path runFolder() {
        return dataFolder().resolve("run");
    }

    /** The platform's data directory. */
    public static Path dataFolder() {
        return Path.of(System.getProperty("vaksam.data", "data")).toAbsolutePath();
    }

    /** Writes the whole file or nothing of it. */
    public static void write(Path file, String content) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("no folder for " + file);
        }
        Files.createDirectories(folder, attributes("rwx------"));
        close(folder);
        Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", attributes("rw-------"));
        try {
            Files.writeString(fresh, content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** Also when somebody else made the folder. */
    private static void close(Path folder) throws IOException {
        if (hasPermissions()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        if (!hasPermissions()) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
