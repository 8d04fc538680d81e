package org.vaksam.security.store;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A row of {@code token}, without its hash.
 *
 * @param permissions at most these, and of these only what the account has itself
 */
public record TokenRow(
        String id,
        String account,
        String name,
        Set<String> permissions,
        Instant created,
        Optional<Instant> expires,
        Optional<Instant> lastUsed) {

    /** Whether it is still good. */
    public boolean validAt(Instant now) {
        return expires.isEmpty() || expires.get().isAfter(now);
    }
}
