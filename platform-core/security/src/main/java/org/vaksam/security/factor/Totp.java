package org.vaksam.security.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.util.encoders.Base32;
import org.vaksam.security.access.Secrets;

/** Time-based one-time passwords (RFC 6238 over RFC 4226) as every authenticator app makes them: SHA-1, six digits, 30 s. */
final class Totp {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALGORITHM = "HmacSHA1";
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int WINDOW = 1;
    private static final int DIGITS = 1_000_000;

    private final byte[] secret;

    private Totp(byte[] secret) {
        this.secret = secret;
    }

    /** With a new secret. */
    static Totp random() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Totp(secret);
    }

    /** With a secret as people type it into their app. */
    static Totp of(String base32) {
        return new Totp(Base32.decode(base32));
    }

    /** The secret as people type it into their app (RFC 4648). */
    String base32() {
        return Base32.toBase32String(secret);
    }

    /** What the QR code says. */
    String address(String issuer, String username) {
        String name = encoded(issuer);
        return "otpauth://totp/" + name + ":" + encoded(username) + "?secret=" + base32() + "&issuer=" + name;
    }

    /**
     * The step of time a code belongs to: now, one before or one after, for clocks that are not quite right.
     *
     * @param after the last step that was used; this and earlier ones are not good any more
     */
    OptionalLong step(String code, Instant now, long after) {
        long current = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = current - WINDOW; step <= current + WINDOW; step++) {
            if (Secrets.same(code(step), code) && step > after) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code at a time. */
    String code(Instant time) {
        return code(time.getEpochSecond() / STEP_SECONDS);
    }

    private String code(long step) {
        byte[] hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(Arrays.copyOfRange(hash, offset, offset + Integer.BYTES))
                .getInt();
        return String.format(Locale.ROOT, "%06d", (number & Integer.MAX_VALUE) % DIGITS);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
