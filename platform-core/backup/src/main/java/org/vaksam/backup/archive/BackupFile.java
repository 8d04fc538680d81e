package org.vaksam.backup.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.vaksam.backup.archive.Contents.Entry;
import org.vaksam.backup.encryption.EncryptedInput;
import org.vaksam.backup.encryption.Passphrase;

/**
 * A backup on the disk, read from its beginning to its end. Every entry is compared with its checksum, but only at the end: what
 * was done with the entries until then is to be undone when this fails.
 */
public final class BackupFile {
    private static final int MAGIC = 8;
    private static final int LARGEST_JSON = 1 << 26;

    private final Path file;
    private final Optional<Passphrase> passphrase;

    public BackupFile(Path file, Optional<Passphrase> passphrase) {
        this.file = file;
        this.passphrase = passphrase;
    }

    /** What has been read. */
    public record Whole(BackupInfo info, Contents contents) {}

    /** Gets every entry but the last, in their order; need not read it. */
    @FunctionalInterface
    public interface Visitor {
        void visit(String entry, InputStream content) throws IOException;
    }

    public static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return EncryptedInput.isEncrypted(in.readNBytes(MAGIC));
        }
    }

    /** Reads all of it and compares the checksums. */
    public Whole verify() throws IOException {
        return read((entry, content) -> {});
    }

    /** A value of an entry that is small. */
    public static <T> T value(InputStream content, Class<T> type) throws IOException {
        return BackupJson.MAPPER.readValue(content.readNBytes(LARGEST_JSON), type);
    }

    public Whole read(Visitor visitor) throws IOException {
        try (InputStream in = open();
                var zip = new ZipInputStream(in)) {
            Whole whole = new Reading(zip, visitor).all();
            // the end of the file is a part of what was encrypted
            in.transferTo(OutputStream.nullOutputStream());
            return whole;
        } catch (EncryptedInput.Refused e) {
            throw e.isAtBeginning()
                    ? BackupProblems.notOpened()
                    : BackupProblems.damaged(String.valueOf(e.getMessage()));
        }
    }

    private InputStream open() throws IOException {
        boolean encrypted = isEncrypted(file);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        return encrypted ? new EncryptedInput(in, passphrase.orElseThrow(BackupProblems::encrypted)) : in;
    }

    private static final class Reading {
        private final ZipInputStream zip;
        private final Visitor visitor;
        private final Map<String, Entry> found = new HashMap<>();
        private Optional<BackupInfo> info = Optional.empty();
        private Optional<Contents> contents = Optional.empty();

        Reading(ZipInputStream zip, Visitor visitor) {
            this.zip = zip;
            this.visitor = visitor;
        }

        Whole all() throws IOException {
            try {
                for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                    take(entry.getName());
                }
            } catch (ZipException | EOFException | IllegalArgumentException e) {
                throw BackupProblems.damaged(String.valueOf(e.getMessage()));
            }
            Contents listed = contents.orElseThrow(() -> BackupProblems.damaged(Entries.CONTENTS));
            found.forEach((name, entry) -> {
                if (!same(entry, listed.entries().get(name))) {
                    throw BackupProblems.damaged(name);
                }
            });
            if (found.size() != listed.entries().size()) {
                throw BackupProblems.damaged(Entries.CONTENTS);
            }
            return new Whole(info.orElseThrow(() -> BackupProblems.damaged(Entries.INFO)), listed);
        }

        private void take(String name) throws IOException {
            if (contents.isPresent() || !Entries.isKnown(name) || found.containsKey(name)) {
                throw BackupProblems.damaged(name);
            }
            if (name.equals(Entries.CONTENTS)) {
                contents = Optional.of(value(zip, Contents.class));
                return;
            }
            if (info.isPresent() == name.equals(Entries.INFO)) {
                throw BackupProblems.damaged(name);
            }
            var measured = new Measured();
            InputStream content = measured.on(zip);
            if (name.equals(Entries.INFO)) {
                info = Optional.of(value(content, BackupInfo.class));
                refuseNewer(info.get());
            } else {
                visitor.visit(name, content);
            }
            content.transferTo(OutputStream.nullOutputStream());
            found.put(name, measured.entry(0));
        }

        private static void refuseNewer(BackupInfo info) {
            if (info.format() > BackupInfo.FORMAT) {
                throw BackupProblems.newer(info);
            }
        }

        private static boolean same(Entry found, @Nullable Entry listed) {
            return listed != null
                    && listed.bytes() == found.bytes()
                    && listed.sha256().equals(found.sha256());
        }
    }
}
