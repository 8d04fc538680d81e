package org.vaksam.journal.chain;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry exactly as it is stored.
 *
 * @param madeAt to the microsecond
 */
public record EntryRow(
        String id,
        Instant madeAt,
        Optional<String> actor,
        String actorName,
        String action,
        String subjectType,
        String subject,
        Details details) {
    /** The action of the entry that says that the content of earlier entries about its subject was erased. */
    public static final String ERASED = "journal.erased";

    /** JSON text; what is hashed, so never written anew. */
    public String data() {
        return details.text();
    }
}
