package org.vaksam.journal.chain;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A public key that heads are checked with.
 *
 * @param id the first 16 hex digits of the SHA-256 of the key
 */
public record HeadKey(String id, PublicKey key) {
    private static final String BEGIN = "-----BEGIN PUBLIC KEY-----";
    private static final String END = "-----END PUBLIC KEY-----";

    public static HeadKey of(PublicKey key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new HeadKey(HexFormat.of().formatHex(digest, 0, 8), key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads what {@link #pem} wrote.
     *
     * @throws IllegalArgumentException when the text is not a public key for Ed25519
     */
    public static HeadKey read(String pem) {
        String base64 = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
        try {
            var encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
            return of(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public key for Ed25519", e);
        }
    }

    public String pem() {
        return BEGIN + "\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded()) + "\n" + END
                + "\n";
    }

    /** Whether this key has signed the head. */
    boolean signed(SignedHead head) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(head.content());
            return signature.verify(Base64.getDecoder().decode(head.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }
}
