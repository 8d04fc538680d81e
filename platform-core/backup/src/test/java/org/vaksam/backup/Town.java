package org.vaksam.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vaksam.backup.archive.BackupInfo;
import org.vaksam.backup.encryption.EncryptedOutput;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.make.BackupMaker;
import org.vaksam.testkit.TestDatabase;

/** A small platform: a data directory, and a database with rows that are not easy to put back. */
public final class Town implements AutoCloseable {
    public final Path data;
    public final TestDatabase database;

    /** Without tables of its own yet. */
    public Town(Path data, Map<String, String> configuration) {
        this.data = data;
        this.database = TestDatabase.of(data.resolve("db"), configuration);
    }

    /** With rows of which a child comes before its parent, a session, and files of all kinds. */
    public Town fill() throws IOException {
        database.migrate("town", Town.class);
        write("DELETE FROM place");
        write("INSERT INTO place (id, name) VALUES ('a', 'Möllevången')");
        write("INSERT INTO place (id, name) VALUES ('b', 'Skåne')");
        write("UPDATE place SET parent = 'b' WHERE id = 'a'");
        write("UPDATE place SET name = 'Malmö' WHERE id = 'b'");
        for (int i = 0; i < 3; i++) {
            visit();
        }
        write("INSERT INTO session (hash) VALUES ('secret')");
        Files.createDirectories(data.resolve("modules"));
        Files.createDirectories(data.resolve("journal"));
        Files.createDirectories(data.resolve("log"));
        Files.writeString(data.resolve("journal/head.key"), "key");
        Files.writeString(data.resolve("journal/head.json"), "signed after the picture");
        Files.writeString(data.resolve("log/karaf.log"), "log");
        Files.writeString(data.resolve("modules/unnamed.jar"), "nobody names it");
        return this;
    }

    public void visit() {
        database.database()
                .write(sql -> sql.update(
                        "INSERT INTO visit (place, cost, made_at, seen) VALUES ('a', 12.5000, ?, TRUE)",
                        Instant.parse("2026-03-29T01:30:00.123456Z")));
    }

    /** A backup of it, of a platform with this version. */
    public Path backup(Path file, String platform, Optional<Passphrase> passphrase) throws IOException {
        Path scratch = Files.createTempDirectory(file.toAbsolutePath().getParent(), "scratch");
        var info = new BackupInfo(BackupInfo.FORMAT, platform, "2026-11-23T00:00:00Z", "test");
        var out = Files.newOutputStream(file);
        new BackupMaker(database.snapshots(), database.migrations(), data)
                .make(info, scratch, passphrase.isPresent() ? new EncryptedOutput(out, passphrase.get()) : out);
        return file;
    }

    public List<Map<String, @Nullable Object>> rows(String table) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        database.rows().read(rows::add, "SELECT * FROM " + table + " ORDER BY 1");
        return rows;
    }

    private void write(String sql) {
        database.database().write(connection -> connection.update(sql));
    }

    /** What is in a directory, for comparing it with what it was. */
    public static List<String> files(Path directory) {
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
