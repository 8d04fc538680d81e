package org.vaksam.backup.keep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.backup.Town;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.spi.data.Snapshots;
import org.vaksam.spi.security.Authenticator;
import org.vaksam.testkit.Waiting;

/** The backups that are kept: whole and journalled, or not there. */
@SuppressWarnings("NullAway.Init")
class BackupsTest {
    private static final Caller ANNA = Caller.anonymous(Locale.ENGLISH);
    private static final Optional<LocalTime> AT_NIGHT = Optional.of(LocalTime.of(2, 30));

    @TempDir
    Path directory;

    private final List<String> journal = new ArrayList<>();
    private Town town;
    private Backups backups;

    @BeforeEach
    void fill() throws IOException {
        town = new Town(directory, Map.of()).fill();
        backups = open(town.database.snapshots());
    }

    @AfterEach
    void close() throws InterruptedException {
        backups.stop();
        town.close();
    }

    @Test
    void makeVerifyFetchDelete() throws Exception {
        KeptBackup made = make(Optional.empty());
        assertThat(made.rows()).isEqualTo(5);
        assertThat(backups.fetch(made.name())).hasSize(made.bytes());
        assertThat(backups.verify(made.name()).sha256()).isEqualTo(made.sha256());

        backups.delete(made.name());

        assertThat(Town.files(directory.resolve("backups"))).isEmpty();
        assertThat(journal).containsExactly("backup.made", "backup.fetched", "backup.deleted");
    }

    @Test
    void oneAlteredByteIsFoundAlsoInWhatIsEncrypted() throws Exception {
        KeptBackup made = make(Optional.of(Passphrase.of("korrekt häst batteri")));
        assertThat(made.encrypted()).isTrue();
        Path file = directory.resolve("backups").resolve(made.name());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(() -> backups.verify(made.name())).isInstanceOf(Problem.class);
    }

    @Test
    void aFullDiskLeavesNothingButTheReason() throws Exception {
        backups.stop();
        backups = open(new FullDisk());
        backups.start(ANNA, Optional.empty(), false);
        await();

        assertThat(backups.failed().orElseThrow().why().en()).contains("No space left on device");
        assertThat(Town.files(directory.resolve("backups"))).isEmpty();
        assertThat(new NightlyBackup(backups, new BackupSettings(AT_NIGHT, 7, Optional.empty()))
                        .check()
                        .status())
                .isEqualTo(Status.WARN);
    }

    @Test
    void whatAnEarlierRunDidNotCompleteGoes() throws Exception {
        Path folder = directory.resolve("backups");
        Files.createDirectories(folder.resolve("scratch.incomplete/db"));
        Files.writeString(folder.resolve("scratch.incomplete/db/page"), "half");
        Files.writeString(folder.resolve("vaksam-20261123T010203.000Z.zip.incomplete"), "half");
        backups.stop();
        backups = open(town.database.snapshots());

        assertThat(backups.list()).isEmpty();
        assertThat(Town.files(folder)).isEmpty();
    }

    @Test
    void namesThatAreNoneAreNotFound() {
        for (String name : List.of("../db/service.properties", "x", "")) {
            assertThatThrownBy(() -> backups.fetch(name)).isInstanceOf(Problem.class);
            assertThatThrownBy(() -> backups.delete(name)).isInstanceOf(Problem.class);
        }
    }

    @Test
    void everyNightSomeAreKept() throws Exception {
        var nightly = new NightlyBackup(backups, new BackupSettings(AT_NIGHT, 2, Optional.empty()));
        make(Optional.empty());
        for (int i = 0; i < 4; i++) {
            nightly.run();
            await();
        }
        assertThat(backups.list()).filteredOn(KeptBackup::scheduled).hasSize(3);
        assertThat(backups.list()).filteredOn(kept -> !kept.scheduled()).hasSize(1);
        ZonedDateTime now = ZonedDateTime.now();
        assertThat(nightly.health(now).status()).isEqualTo(Status.OK);
        assertThat(nightly.health(now.plusDays(2)).status()).isEqualTo(Status.WARN);
    }

    @Test
    void theClockKnowsHowLongANightIs() {
        var before = ZonedDateTime.parse("2026-03-28T02:30:00+01:00[Europe/Stockholm]");
        assertThat(NightlyBackup.until(LocalTime.of(2, 31), before)).isEqualTo(Duration.ofMinutes(1));
        assertThat(NightlyBackup.until(LocalTime.of(4, 0), before.withHour(5)))
                .isEqualTo(Duration.ofMinutes(21 * 60 + 30));
    }

    private KeptBackup make(Optional<Passphrase> passphrase) throws InterruptedException {
        String name = backups.start(ANNA, passphrase, false).name();
        await();
        return backups.list().stream()
                .filter(kept -> kept.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void await() {
        Waiting.until(() -> backups.running().isEmpty(), "the end of the run");
    }

    private Backups open(Snapshots snapshots) {
        return new Backups(
                directory,
                snapshots,
                town.database.migrations(),
                entry -> {
                    journal.add(entry.action());
                    return "";
                },
                new Unguarded(),
                "1.0.0",
                Clock.systemUTC());
    }

    /** Everybody may be anybody. */
    private static final class Unguarded implements Authenticator {
        @Override
        public Caller authenticate(HttpServletRequest request) {
            return ANNA;
        }

        @Override
        public Binding bind(Caller caller) {
            return () -> {};
        }
    }

    /** A disk that is full before the database has been copied. */
    private static final class FullDisk implements Snapshots {
        @Override
        public <T> T take(Path scratch, Function<Snapshot, T> work) {
            throw new UncheckedIOException(new IOException("No space left on device"));
        }
    }
}
