package org.vaksam.backup.make;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;
import org.vaksam.backup.archive.BackupInfo;
import org.vaksam.backup.archive.BackupWriter;
import org.vaksam.backup.archive.Contents;
import org.vaksam.backup.archive.Entries;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Snapshots;
import org.vaksam.spi.data.Snapshots.Snapshot;

/** Writes everything that a platform has into one stream, while the platform goes on. */
public final class BackupMaker {
    /** Rows that are made anew: the scripts by running them; sessions, and what lasts for minutes, by signing in. */
    private static final Set<String> LEFT_OUT =
            Set.of(AppliedScripts.TABLE, "vaksam.session", "vaksam.pending_sign_in", "vaksam.password_reset");

    private final Snapshots snapshots;
    private final Migrations migrations;
    private final Path data;

    public BackupMaker(Snapshots snapshots, Migrations migrations, Path data) {
        this.snapshots = snapshots;
        this.migrations = migrations;
        this.data = data;
    }

    /**
     * Writes and closes the stream.
     *
     * @param scratch a folder for as much as the embedded database takes
     */
    public Contents make(BackupInfo info, Path scratch, OutputStream out) throws IOException {
        try {
            return snapshots.take(scratch, snapshot -> write(info, snapshot, out));
        } catch (UncheckedIOException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private Contents write(BackupInfo info, Snapshot snapshot, OutputStream out) {
        try (var backup = new BackupWriter(out)) {
            var warnings = new ArrayList<Text>();
            backup.value(Entries.INFO, info);
            var modules = new ModuleFiles(data.resolve("modules"), snapshot);
            scripts(backup, snapshot, modules, warnings);
            for (String table : snapshot.tables()) {
                if (!LEFT_OUT.contains(table)) {
                    backup.table(table, taker -> snapshot.read(table, taker));
                }
            }
            moduleFiles(backup, modules, warnings);
            for (String path : new DataFiles(data).paths()) {
                file(backup, path, data.resolve(path));
            }
            return backup.finish(warnings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void scripts(BackupWriter backup, Snapshot snapshot, ModuleFiles modules, List<Text> warnings)
            throws IOException {
        var applied = new AppliedScripts(snapshot, migrations, modules);
        for (String owner : applied.withoutText()) {
            if (owner.startsWith(Migrations.PLATFORM + ":")) {
                throw notStarted(owner);
            }
            warnings.add(new Text(
                    "Tabellerna för modulen " + owner + " följer med, men kan inte återställas: dess fil saknas.",
                    "The tables of the module " + owner + " are in it, but cannot be restored: its file is missing."));
        }
        backup.value(Entries.SCRIPTS, applied.complete());
    }

    private static void moduleFiles(BackupWriter backup, ModuleFiles modules, List<Text> warnings) throws IOException {
        for (var module : modules.shas().entrySet()) {
            for (String sha : module.getValue()) {
                if (!file(backup, "modules/" + sha + ".jar", modules.file(sha))) {
                    warnings.add(new Text(
                            "En fil för modulen " + module.getKey() + " saknas i modulförrådet: " + sha + ".",
                            "A file of the module " + module.getKey() + " is missing in the module store: " + sha
                                    + "."));
                }
            }
        }
    }

    /** False when the file has gone in the meantime. */
    private static boolean file(BackupWriter backup, String path, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            backup.file(path, in);
            return true;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static Problem notStarted(String owner) {
        return Problem.of(
                        "unavailable",
                        503,
                        new Text("Plattformen är inte hel", "The platform is not complete"),
                        new Text(
                                "Delen " + owner
                                        + " är inte igång, och utan den kan dess tabeller inte säkerhetskopieras.",
                                "The part " + owner
                                        + " is not running, and without it its tables cannot be backed up."))
                .withNext(new Text("Starta om plattformen.", "Restart the platform."));
    }
}
