package org.vaksam.journal;

import java.io.UncheckedIOException;
import java.util.Map;
import org.vaksam.journal.chain.EntryRow;

/** The details of an entry as values. */
public final class JournalDetails {
    private static final JsonText JSON = new JsonText();

    private JournalDetails() {}

    /** What the entry says; {@code erased} alone when that was erased. */
    static Map<String, Object> read(EntryRow entry) {
        return entry.details().isErased() ? Map.of("erased", true) : JSON.read(entry.data());
    }

    /** What somebody has made unreadable is shown as it stands, not hidden behind an error. */
    public static Map<String, Object> of(EntryRow entry) {
        try {
            return read(entry);
        } catch (UncheckedIOException e) {
            return Map.of("unreadable", entry.data());
        }
    }
}
