package org.vaksam.backup.encryption;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** Decrypts, and never hands out a byte that was not authenticated. */
public final class EncryptedInput extends InputStream {
    /** The passphrase is wrong, or the file is not what was written. */
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1L;

        private final boolean atBeginning;

        Refused(boolean atBeginning, Throwable cause) {
            super(atBeginning ? "wrong passphrase, or altered" : "altered or cut off", cause);
            this.atBeginning = atBeginning;
        }

        /** Whether the passphrase may be what is wrong. */
        public boolean isAtBeginning() {
            return atBeginning;
        }
    }

    private final InputStream in;
    private final Chunks chunks;
    private byte[] ahead;
    private byte[] chunk = new byte[0];
    private int read;
    private boolean started;
    private boolean ended;

    public EncryptedInput(InputStream in, Passphrase passphrase) throws IOException {
        this.in = new BufferedInputStream(in, Chunks.PLAIN);
        this.chunks = new Chunks(passphrase, Header.read(this.in));
        this.ahead = nextSealed();
    }

    /** Whether a file that begins with these bytes is encrypted; the first eight are enough. */
    public static boolean isEncrypted(byte[] start) {
        return start.length >= Header.MAGIC_BYTES && Header.isMagic(Arrays.copyOf(start, Header.MAGIC_BYTES));
    }

    @Override
    public int read() throws IOException {
        return fill() ? chunk[read++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int part = Math.min(length, chunk.length - read);
        System.arraycopy(chunk, read, bytes, offset, part);
        read += part;
        return part;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        while (read == chunk.length && !ended) {
            byte[] sealed = ahead;
            ahead = nextSealed();
            ended = ahead.length == 0;
            try {
                chunk = chunks.decrypt(sealed, ended);
            } catch (GeneralSecurityException e) {
                throw new Refused(!started, e);
            }
            started = true;
            read = 0;
        }
        return read < chunk.length;
    }

    private byte[] nextSealed() throws IOException {
        return in.readNBytes(Chunks.PLAIN + Chunks.TAG);
    }
}
