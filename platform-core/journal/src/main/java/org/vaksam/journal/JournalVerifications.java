package org.vaksam.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.journal.chain.Verification;

/** Verifies in the background, one at a time: whoever asks meanwhile gets to see the one under way. */
@Component(service = JournalVerifications.class)
public final class JournalVerifications {
    private static final Logger LOG = LoggerFactory.getLogger(JournalVerifications.class);

    private final JournalVerifier verifier;
    private final JournalTables tables;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        var worker = new Thread(work, "vaksam-journal-verification");
        worker.setDaemon(true);
        return worker;
    });
    private volatile Optional<Run> newest = Optional.empty();

    /** Where a verification is. */
    public enum State {
        RUNNING,
        DONE,
        /** It could not be carried out; this says nothing about the journal. */
        FAILED
    }

    /**
     * One verification.
     *
     * @param checked the position it has come to
     * @param of      the last position when it began
     */
    public record Run(
            State state,
            long checked,
            long of,
            Instant startedAt,
            Optional<Instant> finishedAt,
            Optional<Verification> result) {
        private Run at(long position) {
            return new Run(state, position, of, startedAt, finishedAt, result);
        }

        private Run ended(Optional<Verification> found) {
            return new Run(
                    found.isPresent() ? State.DONE : State.FAILED,
                    checked,
                    of,
                    startedAt,
                    Optional.of(Instant.now()),
                    found);
        }
    }

    @Activate
    public JournalVerifications(@Reference JournalVerifier verifier, @Reference JournalTables tables) {
        this.verifier = verifier;
        this.tables = tables;
    }

    @Deactivate
    void stop() {
        thread.shutdownNow();
    }

    /** Begins one unless one is under way. */
    public synchronized Run start() {
        if (newest.filter(run -> run.state() == State.RUNNING).isPresent()) {
            return newest.get();
        }
        var run =
                new Run(State.RUNNING, 0, tables.head().position(), Instant.now(), Optional.empty(), Optional.empty());
        newest = Optional.of(run);
        thread.execute(() -> verify(run));
        return run;
    }

    /** The one under way, or the last since the start. */
    public Optional<Run> newest() {
        return newest;
    }

    /** Whether the journal did not hold when it was looked at last. */
    boolean foundBroken() {
        return newest.flatMap(Run::result).filter(found -> !found.holds()).isPresent();
    }

    private void verify(Run run) {
        Optional<Verification> found = Optional.empty();
        try {
            found = Optional.of(verifier.verify(position -> newest = Optional.of(run.at(position))));
        } catch (RuntimeException e) {
            LOG.warn("The journal could not be verified", e);
        }
        newest = Optional.of(newest.orElse(run).ended(found));
    }
}
