package org.vaksam.kernel.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The checksum by which files are known. */
public final class Checksums {
    private Checksums() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
