package org.vaksam.insight.index;

import org.vaksam.spi.journal.JournalFeed;
import org.vaksam.spi.journal.JournalFeed.Sealed;

/**
 * How far in the journal an index is.
 *
 * @param position of the last entry that is in
 * @param hash     of that entry; empty at position 0
 */
record Applied(long position, String hash) {
    static Applied of(Sealed entry) {
        return new Applied(entry.position(), entry.hash());
    }

    /** The end of the journal as it is now. */
    static Applied head(JournalFeed feed) {
        long head = feed.head();
        return head == 0
                ? new Applied(0, "")
                : feed.after(head - 1, 1).stream().findFirst().map(Applied::of).orElse(new Applied(0, ""));
    }

    /** Whether the journal has this very entry: another database, or one put back from a backup, has not. */
    boolean isPartOf(JournalFeed feed) {
        return position == 0
                || feed.after(position - 1, 1).stream()
                        .anyMatch(entry ->
                                entry.position() == position && entry.hash().equals(hash));
    }
}
