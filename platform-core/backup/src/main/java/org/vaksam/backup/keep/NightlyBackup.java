package org.vaksam.backup.keep;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.calendar.SwedishTime;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.health.HealthCheck;
import org.vaksam.api.security.Caller;
import org.vaksam.api.text.Text;

/** Makes a backup every night, lets the oldest go, and says when that did not work. */
@Component(service = HealthCheck.class, immediate = true)
public final class NightlyBackup implements HealthCheck {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyBackup.class);
    /** A day, and time for a large one. */
    private static final Duration TOO_OLD = Duration.ofHours(30);

    private final Backups backups;
    private final BackupSettings settings;
    private final ZonedDateTime started = ZonedDateTime.now(SwedishTime.ZONE);
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-nightly-backup");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public NightlyBackup(@Reference Backups backups) {
        this(backups, BackupSettings.ofProcess());
        settings.at().ifPresent(this::schedule);
    }

    NightlyBackup(Backups backups, BackupSettings settings) {
        this.backups = backups;
        this.settings = settings;
    }

    @Deactivate
    void stop() {
        clock.shutdownNow();
    }

    @Override
    public Health check() {
        return settings.at().isEmpty() ? Health.ok() : health(ZonedDateTime.now(SwedishTime.ZONE));
    }

    Health health(ZonedDateTime now) {
        if (backups.failed().isPresent()) {
            Text why = backups.failed().get().why();
            return warning(
                    "Den senaste säkerhetskopian blev inte skriven: " + why.sv(),
                    "The last backup was not made: " + why.en());
        }
        ZonedDateTime last = backups.list().stream()
                .findFirst()
                .map(backup -> ZonedDateTime.parse(backup.madeAt()))
                .orElse(started);
        return last.plus(TOO_OLD).isBefore(now)
                ? warning(
                        "Det finns ingen säkerhetskopia från det senaste dygnet. Gör en: vaksam backup.",
                        "There is no backup of the last day. Make one: vaksam backup.")
                : Health.ok();
    }

    /** How long until it is this time again. */
    static Duration until(LocalTime at, ZonedDateTime now) {
        ZonedDateTime today = now.with(at);
        return Duration.between(
                now, today.isAfter(now) ? today : now.plusDays(1).with(at));
    }

    /** Starts one, and removes those made by the clock before the last that are kept. */
    void run() {
        try {
            backups.start(Caller.platform("backup"), settings.passphrase(), true);
            List<KeptBackup> scheduled =
                    backups.list().stream().filter(KeptBackup::scheduled).toList();
            scheduled.stream().skip(settings.keep()).map(KeptBackup::name).forEach(backups::delete);
        } catch (RuntimeException e) {
            LOG.error("The nightly backup could not be started", e);
        }
    }

    private void schedule(LocalTime at) {
        clock.schedule(
                () -> {
                    run();
                    schedule(at);
                },
                until(at, ZonedDateTime.now(SwedishTime.ZONE)).toMillis() + 1,
                TimeUnit.MILLISECONDS);
    }

    private static Health warning(String swedish, String english) {
        return new Health(Status.WARN, new Text(swedish, english));
    }
}
