package org.vaksam.security.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Encrypts what must be read again (AES-256-GCM), with a key beside the database but not in it: who has a copy of the database
 * alone has no secrets.
 */
@Component(service = SecretBox.class)
public final class SecretBox {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final String FINGERPRINT = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = 38;

    private final SecretKeySpec key;

    @Activate
    public SecretBox() throws IOException {
        this(PrivateFile.dataFolder().resolve("keys").resolve("secrets.key"));
    }

    /** With a file of the caller's choice, made when it is missing. */
    public SecretBox(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] fresh = new byte[KEY_BYTES];
            RANDOM.nextBytes(fresh);
            PrivateFile.write(file, Base64.getEncoder().encodeToString(fresh) + "\n");
        }
        key = new SecretKeySpec(read(file), "AES");
    }

    private static byte[] read(Path file) throws IOException {
        try {
            byte[] stored = Base64.getDecoder().decode(Files.readString(file).strip());
            if (stored.length == KEY_BYTES) {
                return stored;
            }
        } catch (IllegalArgumentException notBase64) {
            throw broken(file, notBase64);
        }
        throw broken(file, null);
    }

    private static IOException broken(Path file, @Nullable Throwable cause) {
        return new IOException(
                file + " is not a key of " + KEY_BYTES + " bytes; put back the one of the backup", cause);
    }

    /**
     * Encrypts a secret; the result is fit for a cookie.
     *
     * @param owner whose it is; it can be read as nobody else's
     */
    public String seal(String secret, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = ByteBuffer.allocate(nonce.length + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + CIPHER, e);
        }
    }

    /**
     * Decrypts what {@link #seal} made.
     *
     * @throws GeneralSecurityException when it was made with another key, for another owner, or was changed
     */
    public String open(String sealed, String owner) throws GeneralSecurityException {
        if (sealed.length() < SHORTEST) {
            throw new GeneralSecurityException("too short to be a sealed secret");
        }
        ByteBuffer both = ByteBuffer.wrap(Base64.getUrlDecoder().decode(sealed));
        byte[] nonce = new byte[NONCE_BYTES];
        both.get(nonce);
        byte[] content = new byte[both.remaining()];
        both.get(content);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, owner).doFinal(content), StandardCharsets.UTF_8);
    }

    /** The same for the same text, and of no use to anybody without the key: tells whether two texts are one. */
    public String fingerprint(String text) {
        try {
            Mac mac = Mac.getInstance(FINGERPRINT);
            mac.init(new SecretKeySpec(key.getEncoded(), FINGERPRINT));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + FINGERPRINT, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
