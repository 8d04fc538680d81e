package org.vaksam.security.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.vaksam.security.access.Secrets;

/**
 * One try to sign in, between leaving for the provider and coming back. It travels encrypted in a cookie, so that strangers who
 * only begin cost nothing here.
 *
 * @param state    comes back with the answer: the answer belongs to this browser (RFC 6749, 10.12)
 * @param nonce    comes back in the token: the token belongs to this try
 * @param verifier proves that who redeems the code is who asked for it (PKCE, RFC 7636)
 */
record Attempt(String state, String nonce, String verifier, Instant expires) {
    private static final String SEPARATOR = " ";
    private static final int PARTS = 4;

    static Attempt fresh(Instant expires) {
        return new Attempt(Secrets.random(), Secrets.random(), Secrets.random(), expires);
    }

    static Optional<Attempt> parse(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return parts.length == PARTS
                ? Optional.of(new Attempt(parts[0], parts[1], parts[2], Instant.ofEpochMilli(Long.parseLong(parts[3]))))
                : Optional.empty();
    }

    String text() {
        return String.join(SEPARATOR, state, nonce, verifier, Long.toString(expires.toEpochMilli()));
    }

    String challenge() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
