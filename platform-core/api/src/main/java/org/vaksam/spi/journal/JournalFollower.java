package org.vaksam.spi.journal;

import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.vaksam.api.text.Text;

/**
 * Registered as a service by whoever follows the journal, so that an administrator sees how far it is. It keeps its own position,
 * or can tell it from what it has made; an entry that it cannot take in is tried again, never skipped.
 */
@ConsumerType
public interface JournalFollower {
    /**
     * Why a follower does not get further.
     *
     * @param since of the first of the failures in a row
     */
    record Failure(Instant since, String reason) {}

    /**
     * How far a follower is.
     *
     * @param position everything up to here has been taken in
     * @param failure  of the last attempt; empty when it succeeded
     */
    record State(long position, Optional<Failure> failure) {}

    /** Stable name, for addresses. */
    String name();

    Text title();

    /** Answers from memory. */
    State state();

    /** Tries again at once instead of when its pause is over; returns without waiting for the outcome. */
    void resume();
}
