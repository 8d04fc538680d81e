package org.vaksam.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupFile.Whole;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.restore.Restore;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Rebuilder;
import org.vaksam.spi.data.SchemaScript;
import org.vaksam.testkit.TestDatabase;

/** What was backed up is there again, on either database, or nothing has changed. */
@SuppressWarnings("NullAway.Init")
class RestoreTest {
    private static final String VERSION = "1.0.0";
    private static final List<String> TABLES = List.of("place", "visit", "module_registry");

    @TempDir
    Path directory;

    @Test
    void fromDerbyToDerby() throws IOException {
        comesBack(Map.of(), Map.of());
    }

    @Test
    void fromDerbyToPostgresql() throws IOException {
        comesBack(Map.of(), TestDatabase.newPostgresql());
    }

    @Test
    void fromPostgresqlToDerby() throws IOException {
        comesBack(TestDatabase.newPostgresql(), Map.of());
    }

    @Test
    void fromPostgresqlToPostgresql() throws IOException {
        comesBack(TestDatabase.newPostgresql(), TestDatabase.newPostgresql());
    }

    @Test
    void encryptedWithThePassphraseOnly() throws IOException {
        Optional<Passphrase> passphrase = Optional.of(Passphrase.of("korrekt häst batteri"));
        Path backup;
        try (var town = new Town(directory.resolve("old"), Map.of()).fill()) {
            backup = town.backup(directory.resolve("backup.zip.enc"), VERSION, passphrase);
        }
        assertThat(new String(Files.readAllBytes(backup), StandardCharsets.ISO_8859_1))
                .doesNotContain("place");
        assertThat(refused(backup, Optional.of(Passphrase.of("another passphrase")))
                        .detail()
                        .en())
                .contains("passphrase is wrong");
        assertThat(refused(backup, Optional.empty()).detail().en()).contains("encrypted");

        restore(backup, passphrase, Map.of(), false);

        try (var fresh = new Town(directory.resolve("new"), Map.of())) {
            assertThat(fresh.rows("visit")).hasSize(3);
        }
    }

    @Test
    void encryptedAlteredOrCutOffAnywhere() throws IOException {
        Optional<Passphrase> passphrase = Optional.of(Passphrase.of("korrekt häst batteri"));
        byte[] whole = backup(passphrase);
        Path file = directory.resolve("altered");
        for (int place = 8; place < whole.length; place += whole.length / 4) {
            Files.write(file, altered(whole, place));
            refused(file, passphrase);
            Files.write(file, Arrays.copyOf(whole, place));
            refused(file, passphrase);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        refused(file, passphrase);
        assertThat(directory.resolve("new")).doesNotExist();
    }

    /** A zip has bytes that say nothing of what is in it; every other one counts. */
    @Test
    void contentsAlteredOrCutOffAnywhere() throws IOException {
        byte[] whole = backup(Optional.empty());
        Path file = Files.write(directory.resolve("altered"), whole);
        Whole expected = new BackupFile(file, Optional.empty()).verify();
        int refused = 0;
        for (int place = 0; place < whole.length; place += 7) {
            Files.write(file, altered(whole, place));
            try {
                assertThat(new BackupFile(file, Optional.empty()).verify()).isEqualTo(expected);
            } catch (Problem e) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(whole.length / 7 / 3);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        refused(file, Optional.empty());
    }

    /** As whoever wants to change something would do it, with everything right that a zip checks itself. */
    @Test
    void anEntryThatWasReplaced() throws IOException {
        byte[] whole = backup(Optional.empty());
        Path file = directory.resolve("replaced");
        try (var in = new ZipInputStream(new ByteArrayInputStream(whole));
                var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                out.write(text.replace("Malmö", "Lund").getBytes(StandardCharsets.UTF_8));
            }
        }
        assertThat(refused(file, Optional.empty()).detail().en()).contains("tables/vaksam.place.jsonl");
    }

    @Test
    void ofANewerPlatform() throws IOException {
        Path backup;
        try (var town = new Town(directory.resolve("old"), Map.of()).fill()) {
            backup = town.backup(directory.resolve("backup.zip"), "1.1.0", Optional.empty());
        }
        assertThat(refused(backup, Optional.empty()).detail().en()).contains("newer platform (1.1.0)");
    }

    /** The tables are those of the backup; what a newer platform has more runs when it starts, on the rows. */
    @Test
    void ofAnOlderPlatform() throws IOException {
        Path data = Files.createDirectory(directory.resolve("new"));
        rebuilder().rebuild(data.resolve("db"), Map.of(), Optional.empty(), tables -> {
            tables.make(List.of(new SchemaScript("platform:town", "001-town", Map.of("001-town.up.sql", script()))));
            tables.fill("vaksam.place", Stream.of(Map.of("id", "a", "name", "Malmö")));
        });

        try (var fresh = new Town(data, Map.of())) {
            fresh.database.migrate("town", Town.class);
            assertThat(fresh.rows("place")).extracting(row -> row.get("name")).containsExactly("Malmö", "Start");
        }
    }

    @Test
    void onlyIntoAnEmptyPlatformUnlessTheOldOneIsKept() throws IOException {
        var configuration = TestDatabase.newPostgresql();
        Path backup;
        try (var town = new Town(directory.resolve("new"), configuration).fill()) {
            backup = town.backup(directory.resolve("backup.zip"), VERSION, Optional.empty());
            town.visit();
        }
        assertThat(refused(backup, Optional.empty(), configuration).detail().en())
                .contains("is not empty");
        List<String> before = Town.files(directory.resolve("new"));

        restore(backup, Optional.empty(), configuration, true);

        try (var fresh = new Town(directory.resolve("new"), configuration)) {
            assertThat(fresh.rows("visit")).hasSize(3);
            assertThat(fresh.rows("vaksam_replaced_20261123_010203.visit")).hasSize(4);
        }
        assertThat(Town.files(directory.resolve("new/replaced-20261123_010203")))
                .isEqualTo(before);
    }

    private void comesBack(Map<String, String> from, Map<String, String> to) throws IOException {
        try (var town = new Town(directory.resolve("old"), from).fill()) {
            Path backup = town.backup(directory.resolve("backup.zip"), VERSION, Optional.empty());
            restore(backup, Optional.empty(), to, false);
            try (var fresh = new Town(directory.resolve("new"), to)) {
                for (String table : TABLES) {
                    assertThat(fresh.rows(table)).isEqualTo(town.rows(table));
                }
                assertThat(fresh.rows("session")).isEmpty();
                // the scripts are known to have run, numbers go on, and links hold
                fresh.database.migrate("town", Town.class);
                fresh.visit();
                assertThat(fresh.rows("visit").get(3).get("number")).isEqualTo(4L);
                assertThatThrownBy(() -> fresh.database
                                .database()
                                .write(sql -> sql.update("UPDATE visit SET place = 'nowhere'")))
                        .isInstanceOf(DatabaseException.class);
            }
        }
        assertThat(Town.files(directory.resolve("new")).stream()
                        .filter(file -> !file.startsWith("db"))
                        .toList())
                .containsExactly("journal/head.key");
    }

    private static Rebuilder rebuilder() {
        return ServiceLoader.load(Rebuilder.class).findFirst().orElseThrow();
    }

    private static String script() {
        try (var in = Objects.requireNonNull(Town.class.getResourceAsStream("/META-INF/vaksam/db/001-town.up.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] backup(Optional<Passphrase> passphrase) throws IOException {
        try (var town = new Town(directory.resolve("old"), Map.of()).fill()) {
            return Files.readAllBytes(town.backup(directory.resolve("backup"), VERSION, passphrase));
        }
    }

    private static byte[] altered(byte[] whole, int place) {
        byte[] altered = whole.clone();
        altered[place] ^= 0x10;
        return altered;
    }

    private void restore(
            Path backup, Optional<Passphrase> passphrase, Map<String, String> configuration, boolean replace)
            throws IOException {
        new Restore(rebuilder(), directory.resolve("new"), configuration, VERSION)
                .run(new BackupFile(backup, passphrase), replace, Instant.parse("2026-11-23T01:02:03Z"));
    }

    private Problem refused(Path backup, Optional<Passphrase> passphrase) {
        return refused(backup, passphrase, Map.of());
    }

    private Problem refused(Path backup, Optional<Passphrase> passphrase, Map<String, String> configuration) {
        var problem = new Problem[1];
        assertThatThrownBy(() -> restore(backup, passphrase, configuration, false))
                .isInstanceOfSatisfying(Problem.class, thrown -> problem[0] = thrown);
        return problem[0];
    }
}
