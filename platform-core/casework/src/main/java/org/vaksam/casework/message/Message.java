package org.vaksam.casework.message;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that was written about a report.
 *
 * @param author account of the handler; empty for the reporter
 */
public record Message(String id, String recordId, Sender sender, Optional<String> author, String text, Instant sentAt) {
    /** Who wrote it. */
    public enum Sender {
        REPORTER,
        HANDLER
    }
}
