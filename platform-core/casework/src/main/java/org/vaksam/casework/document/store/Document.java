package org.vaksam.casework.document.store;

import java.time.Instant;
import java.util.Optional;

/**
 * A document of a record or an asset; of neither as long as it waits for the record it was uploaded for.
 *
 * @param newest  number of its newest version, from 1
 * @param version one more with every change; the ETag
 * @param addedBy id of an account, or the name of a caller without one
 */
public record Document(
        String id,
        Optional<String> record,
        Optional<String> asset,
        String description,
        String secrecy,
        int newest,
        int version,
        String addedBy,
        Instant addedAt) {

    /** Whether it waits for its record. */
    public boolean isStaged() {
        return record.isEmpty() && asset.isEmpty();
    }

    /**
     * One version of a document's content.
     *
     * @param sha256   of the content as it is stored
     * @param metadata what became of place and device: {@code none}, {@code removed}, {@code kept}
     */
    public record Version(
            String document,
            int number,
            String name,
            String mediaType,
            long bytes,
            String sha256,
            String metadata,
            String madeBy,
            Instant madeAt,
            boolean thumbnail) {}
}
