package org.vaksam.backup.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vaksam.backup.archive.Contents.Entry;

/** Length and checksum of what passes. */
public final class Measured {
    private final MessageDigest digest;
    private long bytes;

    public Measured() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** As an entry of the contents; once. */
    Entry entry(long rows) {
        return new Entry(rows, bytes, sha256());
    }

    /** The checksum, hex; once. */
    public String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void pass(byte[] buffer, int offset, int length) {
        digest.update(buffer, offset, length);
        bytes += length;
    }

    /** Measures what is written; closing it does not close what is below. */
    public OutputStream on(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                out.write(buffer, offset, length);
                pass(buffer, offset, length);
            }
        };
    }

    /** Measures what is read; closing it does not close what is below. */
    public InputStream on(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int read = in.read(buffer, offset, length);
                if (read > 0) {
                    pass(buffer, offset, read);
                }
                return read;
            }

            @Override
            public void close() {
                // whoever reads one entry must not end the file
            }
        };
    }
}
