package org.vaksam.security.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;

/**
 * Who a session or token stands for.
 *
 * @param csrf       of a session; empty for a token
 * @param validUntil when it ends, if nothing happens before
 */
public record Identity(
        Kind kind,
        String account,
        String username,
        String name,
        Set<String> permissions,
        Optional<String> csrf,
        Instant validUntil) {

    /** As the rest of the platform sees it. */
    public Caller caller(Locale language) {
        return new Caller(kind, Optional.of(account), name, permissions, language);
    }
}
