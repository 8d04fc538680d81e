package org.vaksam.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.problem.Problem;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupFile.Whole;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.restore.Restore;
import org.vaksam.spi.data.DatabaseException;
import org.vaksam.spi.data.Rebuilder;
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

    @Test
    void ofANewerPlatform() throws IOException {
        Path backup;
        try (var town = new Town(directory.resolve("old"), Map.of()).fill()) {
            backup = town.backup(directory.resolve("backup.zip"), "1.1.0", Optional.empty());
        }
        assertThat(refused(backup, Optional.empty()).detail().en()).contains("newer platform (1.1.0)");
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
                .containsExactly("keys/journal/head.pem");
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
        Rebuilder rebuilder = ServiceLoader.load(Rebuilder.class).findFirst().orElseThrow();
        new Restore(rebuilder, directory.resolve("new"), configuration, VERSION)
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
