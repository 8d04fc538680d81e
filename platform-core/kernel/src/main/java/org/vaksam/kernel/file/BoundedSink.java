package org.vaksam.kernel.file;

import java.io.IOException;
import java.io.OutputStream;

/** Swallows what is written and fails beyond a limit: a packed file may not unpack to anything. */
final class BoundedSink extends OutputStream {
    private long left;

    BoundedSink(long limit) {
        left = limit;
    }

    @Override
    public void write(int one) throws IOException {
        take(1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        take(length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new IOException("it unpacks to more than allowed");
        }
    }

    /** Whether more was written than fits. */
    boolean isFull() {
        return left < 0;
    }
}
