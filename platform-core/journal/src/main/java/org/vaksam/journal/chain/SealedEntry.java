package org.vaksam.journal.chain;

import java.util.Optional;

/**
 * A seal and, unless somebody has removed it, its entry.
 *
 * @param position as stored
 * @param hash     as stored
 */
public record SealedEntry(long position, String hash, Optional<EntryRow> entry) {
    /** Whether entry and seal are what was sealed at this place behind that hash. */
    boolean follows(String previous, long place) {
        return entry.map(row -> HashChain.next(previous, place, row).equals(hash))
                .orElse(false);
    }
}
