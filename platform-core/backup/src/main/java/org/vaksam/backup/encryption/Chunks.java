package org.vaksam.backup.encryption;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The chunks of one file, each with AES-256-GCM, in the order of the construction STREAM (Hoang, Reyhanitabar, Rogaway, Vizár
 * 2015): the nonce counts them and marks the last, so that none can be changed, moved, left out or cut off.
 */
final class Chunks {
    static final int PLAIN = 1 << 16;
    static final int TAG = 16;
    private static final int NONCE = 12;

    private final SecretKey key;
    private final Header header;
    private int next;

    Chunks(Passphrase passphrase, Header header) {
        this.key = passphrase.key(header);
        this.header = header;
    }

    byte[] encrypt(byte[] plain, int length, boolean last) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] decrypt(byte[] sealed, boolean last) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, last).doFinal(sealed);
    }

    private Cipher cipher(int mode, boolean last) throws GeneralSecurityException {
        if (next < 0) {
            throw new GeneralSecurityException("too long");
        }
        byte[] nonce = ByteBuffer.allocate(NONCE)
                .put(header.prefix())
                .putInt(next++)
                .put((byte) (last ? 1 : 0))
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(header.bytes());
        return cipher;
    }
}
