package org.vaksam.journal.chain;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an entry says, so sealed that it can be erased: the chain holds the SHA-256 of a random salt and the text. When both are
 * gone the digest stays in their place; nobody can try texts against it without the salt.
 *
 * @param text   JSON, exactly as it was hashed; empty when it was erased
 * @param salt   empty when it was erased, and for entries from before there were salts, whose text itself is in the chain
 * @param digest of salt and text, once they are erased
 */
public record Details(String text, Optional<String> salt, Optional<String> digest) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SALT_BYTES = 16;

    /** New details, with a salt of their own. */
    public static Details salted(String text) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Details(text, Optional.of(HexFormat.of().formatHex(salt)), Optional.empty());
    }

    /** Details from before there were salts. */
    public static Details plain(String text) {
        return new Details(text, Optional.empty(), Optional.empty());
    }

    public boolean isErased() {
        return digest.isPresent();
    }

    /** What is left after erasing; plain details cannot be erased. */
    public Details erased() {
        return salt.isEmpty() ? this : new Details("", Optional.empty(), Optional.of(hash(salt.get(), text)));
    }

    /** The fields of the chain: one for plain details, two for all others, so that neither passes for the other. */
    Stream<String> chained() {
        return digest.or(() -> salt.map(known -> hash(known, text)))
                .map(hash -> Stream.of("digest", hash))
                .orElseGet(() -> Stream.of(text));
    }

    private static String hash(String salt, String text) {
        return HashChain.digest(Stream.of(salt, text));
    }
}
