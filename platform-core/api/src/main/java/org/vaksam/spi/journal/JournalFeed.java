package org.vaksam.spi.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The sealed journal in its one order, for those who follow it. */
@ProviderType
public interface JournalFeed {
    /**
     * A sealed entry.
     *
     * @param position dense, starting at 1
     * @param id       UUIDv7
     * @param actor    account id, empty for the platform and anonymous
     * @param hash     SHA-256 over the entry and the hash before it, hex
     */
    record Sealed(
            long position,
            String id,
            Instant at,
            Optional<String> actor,
            String actorName,
            String action,
            String subjectType,
            String subject,
            Map<String, Object> data,
            String hash) {}

    /** Position of the last sealed entry; 0 when there is none. */
    long head();

    /** Entries after this position, in order, at most {@code limit}. */
    List<Sealed> after(long position, int limit);

    /** Entries about one subject, newest first, starting before the given position ({@code Long.MAX_VALUE} for the newest). */
    List<Sealed> about(String subjectType, String subject, long before, int limit);

    /** Waits until every entry committed so far on this node is sealed; false when the time ran out. */
    boolean awaitSealed(Duration limit) throws InterruptedException;

    /** Calls the listener (on the sealer's thread, so it must be quick) after entries were sealed; until closed. */
    AutoCloseable listen(Runnable listener);
}
