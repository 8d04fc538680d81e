package org.vaksam.insight.signal.follow;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.vaksam.api.security.Caller;
import org.vaksam.insight.query.Scopes;
import org.vaksam.insight.signal.Signal;
import org.vaksam.insight.signal.Signals;
import org.vaksam.insight.signal.dismiss.Dismissal;
import org.vaksam.insight.signal.dismiss.Dismissals;
import org.vaksam.spi.casework.PersonalNotices;
import org.vaksam.spi.security.Authenticator;

/**
 * Tells followers of signals that are new to them, looking at the records that each of them may see. What was told is stored
 * together with the notice: nothing is told twice, whenever the platform stops. A signal is new again when it was gone for four
 * weeks or has grown clearly worse.
 */
@Component(service = SignalWatch.class, immediate = true)
public final class SignalWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SignalWatch.class);
    private static final int FIRST_SECONDS = 60;
    private static final int EVERY_SECONDS = 600;
    private static final int GONE_DAYS = 28;
    private static final int MOST_AT_ONCE = 20;
    private static final Caller ITSELF = Caller.platform("signals");

    private final FollowTable table;
    private final Sight sight;
    private final Scopes scopes;
    private final Signals signals;
    private final Dismissals dismissals;
    private final PersonalNotices notices;
    private final Authenticator authenticator;
    private final Clock clock;
    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-signals");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public SignalWatch(
            @Reference FollowTable table,
            @Reference Sight sight,
            @Reference Scopes scopes,
            @Reference Signals signals,
            @Reference Dismissals dismissals,
            @Reference PersonalNotices notices,
            @Reference Authenticator authenticator,
            @Reference Clock clock) {
        this.table = table;
        this.sight = sight;
        this.scopes = scopes;
        this.signals = signals;
        this.dismissals = dismissals;
        this.notices = notices;
        this.authenticator = authenticator;
        this.clock = clock;
        executor.scheduleWithFixedDelay(this::look, FIRST_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    public void close() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(10, TimeUnit.SECONDS);
    }

    /** Tells every follower what is new to them. */
    public void look() {
        try {
            for (String account : table.followers()) {
                tell(account);
            }
            table.forget(today().minusDays(GONE_DAYS));
        } catch (RuntimeException e) {
            LOG.warn("Signals cannot be looked at; tried again in {} seconds", EVERY_SECONDS, e);
        }
    }

    private void tell(String account) {
        try {
            for (Signal signal : seenBy(account)) {
                tell(account, signal);
            }
        } catch (RuntimeException e) {
            LOG.warn("Account {} could not be told of signals; tried again later", account, e);
        }
    }

    private List<Signal> seenBy(String account) {
        Optional<Caller> caller = sight.of(account);
        if (caller.isEmpty()) {
            return List.of();
        }
        Dismissals.Current dismissed = dismissals.current();
        try (var bound = authenticator.bind(caller.get())) {
            return signals.of(scopes.of(List.of()), Map.of(), List.of()).signals().stream()
                    .filter(signal -> dismissed.of(signal).isEmpty())
                    .limit(MOST_AT_ONCE)
                    .toList();
        }
    }

    private void tell(String account, Signal signal) {
        Instant now = clock.instant();
        try (var bound = authenticator.bind(ITSELF)) {
            table.database().write(sql -> {
                Optional<FollowTable.Told> told = FollowTable.told(sql, account, signal.key());
                boolean isNew = told.isEmpty()
                        || told.get().seen().isBefore(today().minusDays(GONE_DAYS))
                        || Dismissal.isClearlyWorse(signal.surplus(), told.get().surplus());
                if (isNew) {
                    FollowTable.tell(sql, account, signal, now, today());
                    notices.tell(account, "signal", "signal", params(signal));
                } else {
                    FollowTable.seen(sql, account, signal, today());
                }
                return isNew;
            });
        }
    }

    private static Map<String, String> params(Signal signal) {
        String expected = BigDecimal.valueOf(signal.expected())
                .setScale(1, RoundingMode.HALF_UP)
                .toPlainString();
        return Map.of(
                "title.sv",
                signal.title().sv(),
                "title.en",
                signal.title().en(),
                "observed",
                String.valueOf(signal.observed()),
                "expected.sv",
                expected.replace('.', ','),
                "expected.en",
                expected);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SwedishTime.ZONE);
    }
}
