package org.vaksam.backup.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupInfo;
import org.vaksam.backup.archive.Contents;
import org.vaksam.backup.archive.Measured;
import org.vaksam.backup.encryption.EncryptedOutput;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.keep.Backups.Running;
import org.vaksam.backup.make.BackupMaker;
import org.vaksam.backup.restore.Trees;

/** One backup from its first byte until it has been read again; leaves nothing when it does not come so far. */
final class BackupJob {
    private final BackupFolder folder;
    private final BackupMaker maker;
    private final String platform;
    private final Clock clock;

    BackupJob(BackupFolder folder, BackupMaker maker, String platform, Clock clock) {
        this.folder = folder;
        this.maker = maker;
        this.platform = platform;
        this.clock = clock;
    }

    KeptBackup run(Running started, Optional<Passphrase> passphrase, boolean scheduled) throws IOException {
        Path file = folder.incomplete(started.name());
        try {
            Trees.createPrivate(folder.scratch());
            var info = new BackupInfo(BackupInfo.FORMAT, platform, started.startedAt(), started.startedBy());
            var measured = new Measured();
            Contents contents = write(info, file, measured, passphrase);
            if (!new BackupFile(file, passphrase).verify().contents().equals(contents)) {
                throw new IOException("what was read again is not what was written");
            }
            var backup = new KeptBackup(
                    started.name(),
                    started.startedAt(),
                    started.startedBy(),
                    scheduled,
                    platform,
                    passphrase.isPresent(),
                    Files.size(file),
                    measured.sha256(),
                    contents.rows(),
                    contents.files(),
                    contents.warnings(),
                    clock.instant().toString());
            folder.complete(backup);
            return backup;
        } finally {
            Files.deleteIfExists(file);
            Trees.delete(folder.scratch());
        }
    }

    private Contents write(BackupInfo info, Path file, Measured measured, Optional<Passphrase> passphrase)
            throws IOException {
        try (OutputStream disk = Files.newOutputStream(file)) {
            OutputStream out = measured.on(disk);
            return maker.make(
                    info, folder.scratch(), passphrase.isPresent() ? new EncryptedOutput(out, passphrase.get()) : out);
        }
    }
}
