package org.vaksam.backup.encryption;

import java.io.IOException;
import java.io.OutputStream;

/** Encrypts what is written. Only after {@link #close} is it whole. */
public final class EncryptedOutput extends OutputStream {
    private final OutputStream out;
    private final Chunks chunks;
    private final byte[] chunk = new byte[Chunks.PLAIN];
    private int filled;
    private boolean closed;

    public EncryptedOutput(OutputStream out, Passphrase passphrase) throws IOException {
        Header header = Header.fresh();
        this.out = out;
        this.chunks = new Chunks(passphrase, header);
        out.write(header.bytes());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (filled == chunk.length) {
                out.write(chunks.encrypt(chunk, filled, false));
                filled = 0;
            }
            int part = Math.min(length - done, chunk.length - filled);
            System.arraycopy(bytes, offset + done, chunk, filled, part);
            filled += part;
            done += part;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            out.write(chunks.encrypt(chunk, filled, true));
            out.close();
        }
    }
}
