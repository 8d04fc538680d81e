package org.vaksam.journal.chain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The statement of a platform that its journal had this seal at this position: it binds every entry before.
 *
 * @param at        to the microsecond
 * @param key       id of the key pair
 * @param signature Ed25519 (RFC 8032) over {@link #content}, Base64
 */
public record SignedHead(long position, String hash, Instant at, String key, String signature) {
    /** What is signed: everything but the signature. */
    public byte[] content() {
        return String.join("\n", "vaksam journal head 1", Long.toString(position), hash, at.toString(), key)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same head with this signature. */
    public SignedHead with(String made) {
        return new SignedHead(position, hash, at, key, made);
    }
}
