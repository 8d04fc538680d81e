package org.vaksam.casework.mail;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.casework.notice.NoticeTable;

/** Looks into the outbox every few seconds, on a thread of its own. */
@Component(service = OutboxWorker.class, immediate = true)
public final class OutboxWorker {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxWorker.class);
    private static final long EVERY_SECONDS = 5;
    private static final long TRIM_EVERY_MINUTES = 60;

    private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
        var thread = new Thread(work, "vaksam-outbox");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public OutboxWorker(
            @Reference Outbox outbox,
            @Reference NoticeTable notices,
            @Reference Letters letters,
            @Reference Clock clock) {
        executor.scheduleWithFixedDelay(() -> quietly(outbox::look), EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(
                () -> quietly(notices::trim), TRIM_EVERY_MINUTES, TRIM_EVERY_MINUTES, TimeUnit.MINUTES);
        executor.scheduleWithFixedDelay(
                () -> quietly(() -> letters.forgetCodes(clock.instant())), 1, TRIM_EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Deactivate
    public void close() throws InterruptedException {
        executor.shutdownNow();
        executor.awaitTermination(10, TimeUnit.SECONDS);
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("The outbox could not be looked after; it is tried again", e);
        }
    }
}
