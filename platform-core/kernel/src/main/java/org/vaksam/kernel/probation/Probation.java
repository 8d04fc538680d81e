package org.vaksam.kernel.probation;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.api.health.Health;
import org.vaksam.api.health.Health.Status;
import org.vaksam.api.text.Text;
import org.vaksam.kernel.probation.Answers.Count;
import org.vaksam.kernel.revision.HealthMonitor;
import org.vaksam.kernel.revision.LiveTable;
import org.vaksam.kernel.revision.Revision;

/**
 * Watches a revision for a while after an update. It does badly when its health is critical, or when at least a fifth of its
 * requests, and no fewer than five, were answered with an error; then the update is taken back. Looks at it are short and run on
 * the clock's thread; taking back does not.
 */
public final class Probation {
    private static final Logger LOG = LoggerFactory.getLogger(Probation.class);
    private static final Duration ROUND = Duration.ofMillis(500);
    private static final int FEWEST_ERRORS = 5;
    private static final int ONE_OF = 5;

    /** One revision under watch; time as {@link System#nanoTime}. */
    private record Watch(Revision revision, Count before, long end) {}

    private final Duration length;
    private final HealthMonitor health;
    private final LiveTable live;
    private final Answers answers;
    private final ScheduledExecutorService clock;
    private final BiConsumer<Revision, Text> takeBack;

    /**
     * Nothing is watched yet.
     *
     * @param length   zero: nothing is ever watched
     * @param takeBack is given the revision and the reason; must return at once
     */
    public Probation(
            Duration length,
            HealthMonitor health,
            LiveTable live,
            Answers answers,
            ScheduledExecutorService clock,
            BiConsumer<Revision, Text> takeBack) {
        this.length = length;
        this.health = health;
        this.live = live;
        this.answers = answers;
        this.clock = clock;
        this.takeBack = takeBack;
    }

    /** Watches what is live of this module now. */
    public void begin(String module) {
        long end = System.nanoTime() + length.toNanos();
        live.find(module)
                .filter(revision -> !length.isZero())
                .ifPresent(revision -> later(new Watch(revision, answers.of(module), end)));
    }

    private void later(Watch watch) {
        try {
            clock.schedule(() -> look(watch), ROUND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the kernel ends, and with it the probation of {}", watch.revision());
        }
    }

    private void look(Watch watch) {
        boolean isLive = live.find(watch.revision().module())
                .filter(watch.revision()::equals)
                .isPresent();
        if (!isLive) {
            return;
        }
        Optional<Text> reason = reason(watch);
        if (reason.isPresent()) {
            LOG.warn(
                    "{} does badly and is taken back: {}",
                    watch.revision(),
                    reason.get().en());
            takeBack.accept(watch.revision(), reason.get());
        } else if (System.nanoTime() < watch.end()) {
            later(watch);
        }
    }

    private Optional<Text> reason(Watch watch) {
        Health now = health.of(watch.revision());
        if (now.status() == Status.CRITICAL) {
            return Optional.of(new Text(
                    "Den nya revisionen mår inte bra: " + now.message().sv(),
                    "The new revision is not well: " + now.message().en()));
        }
        Count count = answers.of(watch.revision().module()).since(watch.before());
        if (count.errors() >= FEWEST_ERRORS && count.errors() * ONE_OF >= count.requests()) {
            return Optional.of(new Text(
                    count.errors() + " av " + count.requests() + " anrop till den nya revisionen gav fel",
                    count.errors() + " of " + count.requests() + " requests to the new revision failed"));
        }
        return Optional.empty();
    }
}
