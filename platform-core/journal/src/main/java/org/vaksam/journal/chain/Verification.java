package org.vaksam.journal.chain;

import java.util.List;
import java.util.Optional;

/**
 * What a check of the whole chain found.
 *
 * @param entries  how many were read
 * @param hash     seal of the last of them
 * @param heads    how many signed heads were compared
 * @param signedTo position of the last head whose signature and hash hold: what comes after is held by the chain alone
 * @param findings in the order of their positions; empty when the journal is what it was
 */
public record Verification(long entries, String hash, int heads, Optional<Long> signedTo, List<Finding> findings) {
    public boolean holds() {
        return findings.isEmpty();
    }
}
