package org.vaksam.casework.alarm;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.security.Caller;
import org.vaksam.casework.store.CaseworkTables;
import org.vaksam.spi.data.PlatformDatabase;
import org.vaksam.spi.security.Authenticator;

/**
 * Looks at the clock every other second and lets happen whose time has come: what came while the platform was off, or in the gap
 * when a clock jumps forward, at once and in its order; nothing twice when a clock goes back.
 */
@Component(service = Watch.class, immediate = true)
public final class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int SECONDS = 2;
    private static final int BATCH = 100;
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private static final Caller ITSELF = Caller.platform("deadlines");

    private final AlarmTable alarms;
    private final PlatformDatabase database;
    private final Authenticator authenticator;
    private final Clock clock;
    private final Map<Alarm.Kind, Ringing> ringing = new EnumMap<>(Alarm.Kind.class);
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-deadlines");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public Watch(
            @Reference AlarmTable alarms,
            @Reference CaseworkTables tables,
            @Reference Authenticator authenticator,
            @Reference Clock clock,
            @Reference(target = "(alarm=deadline)") Ringing deadlines,
            @Reference(target = "(alarm=action)") Ringing actions) {
        this(alarms, tables.database(), authenticator, clock, List.of(deadlines, actions));
        executor.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** Without a thread of its own. */
    public Watch(
            AlarmTable alarms,
            PlatformDatabase database,
            Authenticator authenticator,
            Clock clock,
            List<Ringing> ringing) {
        this.alarms = alarms;
        this.database = database;
        this.authenticator = authenticator;
        this.clock = clock;
        ringing.forEach(each -> this.ringing.put(each.kind(), each));
    }

    @Deactivate
    void close() throws InterruptedException {
        executor.shutdown();
        executor.awaitTermination(SECONDS, TimeUnit.SECONDS);
    }

    /** Everything whose time has come. */
    public void look() {
        try (var bound = authenticator.bind(ITSELF)) {
            List<Alarm> due;
            do {
                due = alarms.due(clock.instant(), BATCH);
                due.forEach(this::ring);
            } while (due.size() == BATCH && !executor.isShutdown());
        } catch (RuntimeException e) {
            LOG.warn("The deadlines cannot be looked at; tried again in {} seconds", SECONDS, e);
        }
    }

    private void ring(Alarm alarm) {
        Ringing who = Objects.requireNonNull(ringing.get(alarm.kind()));
        Instant now = clock.instant();
        try {
            database.write(sql -> {
                who.lock(sql, alarm.about());
                boolean mine = alarms.take(sql, alarm.id());
                if (mine) {
                    who.ring(sql, alarm, now);
                }
                return mine;
            });
        } catch (RuntimeException e) {
            LOG.error("{} of {} {} failed and is tried again", alarm.what(), alarm.kind(), alarm.about(), e);
            alarms.postpone(alarm.id(), now.plus(PAUSE));
        }
    }
}
