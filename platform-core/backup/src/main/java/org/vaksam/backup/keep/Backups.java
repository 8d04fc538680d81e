package org.vaksam.backup.keep;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.journal.Journal;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;
import org.vaksam.backup.archive.BackupFile;
import org.vaksam.backup.archive.BackupProblems;
import org.vaksam.backup.archive.Measured;
import org.vaksam.backup.encryption.Passphrase;
import org.vaksam.backup.make.BackupMaker;
import org.vaksam.spi.data.Migrations;
import org.vaksam.spi.data.Snapshots;
import org.vaksam.spi.security.Authenticator;

/** The backups of this platform: one at a time is made, in the background; those that are whole are kept. */
@Component(service = Backups.class)
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** A backup that is being made. */
    public record Running(String name, String startedAt, String startedBy) {}

    /** A backup that was not made. */
    public record Failed(String at, Text why) {}

    private final BackupFolder folder;
    private final BackupJob job;
    private final Journal journal;
    private final Authenticator authenticator;
    private final Clock clock;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> new Thread(work, "vaksam-backup"));
    private final AtomicReference<@Nullable Running> running = new AtomicReference<>();
    private volatile Optional<Failed> failed = Optional.empty();

    @Activate
    public Backups(
            BundleContext context,
            @Reference Snapshots snapshots,
            @Reference Migrations migrations,
            @Reference Journal journal,
            @Reference Authenticator authenticator) {
        this(
                Path.of(System.getProperty("vaksam.data", "data")).toAbsolutePath(),
                snapshots,
                migrations,
                journal,
                authenticator,
                plain(context.getBundle().getVersion()),
                Clock.systemUTC());
    }

    Backups(
            Path data,
            Snapshots snapshots,
            Migrations migrations,
            Journal journal,
            Authenticator authenticator,
            String platform,
            Clock clock) {
        this.folder = new BackupFolder(data.resolve("backups"));
        this.job = new BackupJob(folder, new BackupMaker(snapshots, migrations, data), platform, clock);
        this.journal = journal;
        this.authenticator = authenticator;
        this.clock = clock;
    }

    @Deactivate
    void stop() throws InterruptedException {
        worker.shutdownNow();
        worker.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** Newest first. */
    public List<KeptBackup> list() {
        return folder.list();
    }

    public Optional<Running> running() {
        return Optional.ofNullable(running.get());
    }

    /** Why the last one was not made; empty when it was. */
    public Optional<Failed> failed() {
        return failed;
    }

    /** Starts one; refused while another is being made. */
    public Running start(Caller caller, Optional<Passphrase> passphrase, boolean scheduled) {
        Instant now = clock.instant();
        var started = new Running(BackupFolder.name(now, passphrase.isPresent()), now.toString(), caller.name());
        if (!running.compareAndSet(null, started)) {
            throw Problem.conflict(
                            new Text("En säkerhetskopia skrivs just nu.", "A backup is being written at the moment."))
                    .withNext(new Text("Vänta tills den är klar.", "Wait until it is done."));
        }
        worker.execute(() -> {
            try (var bound = authenticator.bind(caller)) {
                KeptBackup made = job.run(started, passphrase, scheduled);
                journal.append(new Journal.Entry(
                        "backup.made",
                        "backup",
                        made.name(),
                        Map.of("rows", made.rows(), "encrypted", made.encrypted())));
                failed = Optional.empty();
            } catch (IOException | RuntimeException e) {
                LOG.error("The backup {} was not made", started.name(), e);
                failed = Optional.of(new Failed(clock.instant().toString(), reason(e)));
            } finally {
                running.set(null);
            }
        });
        return started;
    }

    /** The file of a backup; that it leaves the platform is in the journal. */
    public Path fetch(String name) {
        Path file = folder.find(name).orElseThrow(Backups::missing);
        journal.append(new Journal.Entry("backup.fetched", "backup", name, Map.of()));
        return file;
    }

    /** Compares the file with its checksum, and when it is not encrypted every entry in it too. */
    public KeptBackup verify(String name) throws IOException {
        KeptBackup backup = folder.about(name).orElseThrow(Backups::missing);
        Path file = folder.find(name).orElseThrow(Backups::missing);
        var measured = new Measured();
        try (var in = measured.on(Files.newInputStream(file))) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!measured.sha256().equals(backup.sha256())) {
            throw BackupProblems.damaged(name);
        }
        if (!backup.encrypted()) {
            new BackupFile(file, Optional.empty()).verify();
        }
        KeptBackup verified = backup.verified(clock.instant().toString());
        folder.write(verified);
        return verified;
    }

    public void delete(String name) {
        if (!folder.delete(name)) {
            throw missing();
        }
        journal.append(new Journal.Entry("backup.deleted", "backup", name, Map.of()));
    }

    private static Text reason(Exception failure) {
        return failure instanceof Problem problem ? problem.detail() : Text.same(String.valueOf(failure.getMessage()));
    }

    private static Problem missing() {
        return Problem.notFound(new Text("Det finns ingen sådan säkerhetskopia.", "There is no such backup."));
    }

    private static String plain(Version version) {
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }
}
