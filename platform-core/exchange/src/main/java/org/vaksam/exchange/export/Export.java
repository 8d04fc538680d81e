package org.vaksam.exchange.export;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.text.Text;
import org.vaksam.exchange.RunState;

/**
 * A file that somebody asked for.
 *
 * @param owner     account that it is for, and nobody else
 * @param sight     what its owner could see when it was made ({@link Sight}): the file is given to nobody who sees something else
 * @param subject   what it shows
 * @param total     records of the list when it was asked for; cells of a cross table
 * @param rows      written so far
 * @param unlocated records that a map cannot show, left out
 */
record Export(
        String id,
        String owner,
        String sight,
        String name,
        Subject subject,
        FileFormat format,
        RunState state,
        long total,
        long rows,
        long unlocated,
        long bytes,
        Instant createdAt,
        Optional<Instant> finishedAt,
        Optional<Text> failure) {
    /** How long a file can be fetched after it was made. */
    static final Duration KEPT = Duration.ofHours(24);

    /** What is exported. */
    enum Subject {
        LIST,
        CUBE
    }

    /** When it is gone; empty while it is being made. */
    Optional<Instant> expiresAt() {
        return finishedAt.map(at -> at.plus(KEPT));
    }

    boolean isExpired(Instant now) {
        return expiresAt().filter(end -> !end.isAfter(now)).isPresent();
    }

    Export running() {
        return with(RunState.RUNNING, 0, 0, 0, Optional.empty(), Optional.empty());
    }

    Export at(long written) {
        return with(state, written, unlocated, bytes, finishedAt, failure);
    }

    Export done(Written written, long size, Instant now) {
        return with(RunState.DONE, written.rows(), written.unlocated(), size, Optional.of(now), Optional.empty());
    }

    Export failed(Text why, Instant now) {
        return with(RunState.FAILED, rows, unlocated, 0, Optional.of(now), Optional.of(why));
    }

    private Export with(RunState next, long written, long left, long size, Optional<Instant> end, Optional<Text> why) {
        return new Export(
                id, owner, sight, name, subject, format, next, total, written, left, size, createdAt, end, why);
    }

    /** What a file holds. */
    record Written(long rows, long unlocated) {}
}
