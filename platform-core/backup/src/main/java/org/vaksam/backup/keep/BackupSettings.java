package org.vaksam.backup.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Optional;
import org.vaksam.backup.encryption.Passphrase;

/**
 * How backups are made by the clock.
 *
 * @param at             when, in Swedish time; empty: never
 * @param keep           how many of them are kept
 * @param passphraseFile its first line is the passphrase of all of them; empty: they are not encrypted
 */
record BackupSettings(Optional<LocalTime> at, int keep, Optional<Path> passphraseFile) {
    private static final String AT = "vaksam.backup.at";
    private static final String KEEP = "vaksam.backup.keep";
    private static final String PASSPHRASE_FILE = "vaksam.backup.passphrase";
    private static final String NEVER = "never";

    /** From system properties. */
    static BackupSettings ofProcess() {
        String at = System.getProperty(AT, "02:30");
        return new BackupSettings(
                at.equals(NEVER) ? Optional.empty() : Optional.of(LocalTime.parse(at)),
                Math.max(1, Integer.getInteger(KEEP, 7)),
                Optional.ofNullable(System.getProperty(PASSPHRASE_FILE)).map(Path::of));
    }

    /** What backups by the clock are encrypted with. */
    Optional<Passphrase> passphrase() {
        return passphraseFile.map(file -> {
            try {
                return Passphrase.of(
                        Files.readString(file).lines().findFirst().orElse("").strip());
            } catch (IOException e) {
                throw new UncheckedIOException("The passphrase cannot be read from " + file, e);
            }
        });
    }
}
