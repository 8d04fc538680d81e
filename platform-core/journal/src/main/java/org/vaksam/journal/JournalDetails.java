package org.vaksam.journal;

import java.io.UncheckedIOException;
import java.util.Map;
import org.vaksam.journal.chain.EntryRow;

/** The details of an entry as values. */
public final class JournalDetails {
    private static final JsonText JSON = new JsonText();

    private JournalDetails() {}

    /** What somebody has made unreadable is shown as it stands, not hidden behind an error. */
    public static Map<String, Object> of(EntryRow entry) {
        try {
            return JSON.read(entry.data());
        } catch (UncheckedIOException e) {
            return Map.of("unreadable", entry.data());
        }
    }
}
