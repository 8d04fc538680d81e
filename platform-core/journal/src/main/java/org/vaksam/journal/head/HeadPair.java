package org.vaksam.journal.head;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import org.vaksam.journal.chain.HeadKey;
import org.vaksam.journal.chain.Link;
import org.vaksam.journal.chain.SignedHead;

/** The key pair of a platform: signs heads. As text both keys in PEM, the private one first. */
record HeadPair(PrivateKey secret, HeadKey open) {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    static HeadPair create() {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new HeadPair(pair.getPrivate(), HeadKey.of(pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static HeadPair read(String text) {
        int end = text.indexOf(END);
        if (!text.startsWith(BEGIN) || end < 0) {
            throw new IllegalArgumentException("No private key in PEM");
        }
        String base64 = text.substring(BEGIN.length(), end).replaceAll("\\s", "");
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64));
            return new HeadPair(
                    KeyFactory.getInstance("Ed25519").generatePrivate(encoded),
                    HeadKey.read(text.substring(end + END.length())));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a private key for Ed25519", e);
        }
    }

    String text() {
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(secret.getEncoded()) + "\n" + END + "\n" + open.pem();
    }

    SignedHead sign(Link head, Instant at) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(secret);
            var unsigned = new SignedHead(head.position(), head.hash(), at, open.id(), "");
            signature.update(unsigned.content());
            return unsigned.with(Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
