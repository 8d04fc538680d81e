package org.vaksam.casework.report;

import java.util.Locale;
import java.util.Optional;

/** Codes of 100 bits as people write them: 20 characters that cannot be mistaken for each other (Crockford's Base32). */
final class FollowCode {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 20;
    private static final int GROUP = 4;
    private static final int BITS = 5;

    private FollowCode() {}

    /** The code that these bytes make; at least 13 of them. */
    static String of(byte[] random) {
        var code = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (int i = 0; code.length() < LENGTH; i++) {
            buffer = buffer << 8 | random[i] & 0xFF;
            bits += 8;
            while (bits >= BITS && code.length() < LENGTH) {
                bits -= BITS;
                code.append(ALPHABET.charAt(buffer >>> bits & 31));
            }
            buffer &= (1 << bits) - 1;
        }
        return code.toString();
    }

    /** In groups, easier to read and to type. */
    static String shown(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    /** What somebody typed, however they grouped it; empty when it cannot be a code. */
    static Optional<String> typed(String text) {
        String code = text.length() > 60
                ? ""
                : text.toUpperCase(Locale.ROOT)
                        .replaceAll("[\\s\\p{Pd}._]", "")
                        .replace('O', '0')
                        .replace('I', '1')
                        .replace('L', '1');
        boolean plain = code.length() == LENGTH && code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return plain ? Optional.of(code) : Optional.empty();
    }
}
