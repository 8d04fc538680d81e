package org.vaksam.security.account;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.vaksam.security.store.TokenRow;

/**
 * A token as its owner sees it.
 *
 * @param token the token itself; only in the answer to its creation
 */
public record TokenView(
        String id,
        String name,
        Set<String> permissions,
        Optional<Instant> expiresAt,
        Instant createdAt,
        Optional<Instant> lastUsedAt,
        Optional<String> token) {

    static TokenView of(TokenRow row, Optional<String> token) {
        return new TokenView(
                row.id(),
                row.name(),
                new TreeSet<>(row.permissions()),
                row.expires(),
                row.created(),
                row.lastUsed(),
                token);
    }
}
