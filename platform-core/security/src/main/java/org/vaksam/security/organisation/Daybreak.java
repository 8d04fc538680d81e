package org.vaksam.security.organisation;

import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets what was planned for a day happen on that day: looks at the calendar once a minute, and when the platform starts. */
@Component(service = Daybreak.class, immediate = true)
public final class Daybreak {
    private static final Logger LOG = LoggerFactory.getLogger(Daybreak.class);
    private static final long FIRST_SECONDS = 10;
    private static final long SECONDS = 60;

    private final Reorganiser reorganiser;
    private final Calendar calendar;
    private final ScheduledExecutorService executor;
    private LocalDate done = UnitHistory.START;

    @Activate
    public Daybreak(@Reference Reorganiser reorganiser, @Reference Calendar calendar) {
        this.reorganiser = reorganiser;
        this.calendar = calendar;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "organisation-daybreak");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(this::look, FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void close() {
        executor.shutdownNow();
    }

    private void look() {
        LocalDate today = calendar.today();
        if (today.equals(done)) {
            return;
        }
        try {
            int units = reorganiser.takeEffect();
            done = today;
            LOG.info("Organisation of {}: {} units changed as planned", today, units);
        } catch (RuntimeException e) {
            LOG.warn("What was planned for {} did not happen in the organisation; tried again in a minute", today, e);
        }
    }
}
