package org.vaksam.casework.comment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What somebody said about a record.
 *
 * @param text     empty when it was removed
 * @param mentions ids of accounts that it is addressed to
 * @param version  one more with every change; the ETag
 */
public record Comment(
        String id,
        String record,
        String author,
        String text,
        List<String> mentions,
        int version,
        Instant created,
        Optional<Instant> edited,
        Optional<Instant> removed,
        Optional<String> removedBy) {}
