package org.vaksam.exchange;

import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.text.Text;

/**
 * One file that is, was or will be imported.
 *
 * @param format     {@code module.format}, for example {@code incidents.police-events}
 * @param sha256     of the file as it was sent, hex
 * @param permission what its reader needs, also when the module is gone
 * @param bytesRead  of the file as it was sent
 * @param items      how many are behind us; where a restart goes on
 * @param actor      account id of the one who sent it
 * @param failure    why it ended, or why it waits; for a run that is done: what cannot be found yet
 */
record ImportRun(
        String id,
        String format,
        String name,
        String sha256,
        String permission,
        RunState state,
        long bytes,
        long bytesRead,
        long items,
        long created,
        long existing,
        long refused,
        Optional<String> actor,
        String actorName,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        Optional<Text> failure) {

    /** The module whose format this is. */
    String module() {
        return format.substring(0, format.indexOf('.'));
    }

    /** Id of the format within its module. */
    String formatId() {
        return format.substring(format.indexOf('.') + 1);
    }

    /** The same after one more batch. */
    ImportRun plus(long moreItems, long moreCreated, long moreExisting, long moreRefused, long bytesReadNow) {
        return new ImportRun(
                id,
                format,
                name,
                sha256,
                permission,
                state,
                bytes,
                bytesReadNow,
                items + moreItems,
                created + moreCreated,
                existing + moreExisting,
                refused + moreRefused,
                actor,
                actorName,
                createdAt,
                startedAt,
                finishedAt,
                failure);
    }

    /** The same in another state; starts and ends are timed. */
    ImportRun in(RunState newState, Optional<Text> newFailure, Instant now) {
        return new ImportRun(
                id,
                format,
                name,
                sha256,
                permission,
                newState,
                bytes,
                newState == RunState.DONE ? bytes : bytesRead,
                items,
                created,
                existing,
                refused,
                actor,
                actorName,
                createdAt,
                newState == RunState.RUNNING ? startedAt.or(() -> Optional.of(now)) : startedAt,
                newState.isOpen() ? finishedAt : Optional.of(now),
                newFailure);
    }
}
