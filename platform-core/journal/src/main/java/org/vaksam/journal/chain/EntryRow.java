package org.vaksam.journal.chain;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry exactly as it is stored.
 *
 * @param madeAt to the microsecond
 * @param data   JSON text; what is hashed, so never written anew
 */
public record EntryRow(
        String id,
        Instant madeAt,
        Optional<String> actor,
        String actorName,
        String action,
        String subjectType,
        String subject,
        String data) {}
