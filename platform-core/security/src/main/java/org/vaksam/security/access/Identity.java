package org.vaksam.security.access;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vaksam.api.security.Caller;
import org.vaksam.api.security.Caller.Kind;
import org.vaksam.api.security.Scope;

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
        Map<String, Scope> scopes,
        Optional<String> csrf,
        Instant validUntil) {

    /** As the rest of the platform sees it. */
    public Caller caller(Locale language) {
        return new Caller(kind, Optional.of(account), name, scopes, language);
    }
}
