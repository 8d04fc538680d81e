package org.vaksam.exchange;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.vaksam.api.text.Text;

/** Ends with an error when a file, or one item of it, is larger than anybody needs: a small file may unpack to anything. */
final class LimitedStream extends FilterInputStream {
    private final ReadingLimits limits;
    private long total;
    private long sinceItem;

    LimitedStream(InputStream in, ReadingLimits limits) {
        super(in);
        this.limits = limits;
    }

    /** An item starts about here; how much was read ahead does not matter beside the limit. */
    void startItem() {
        sinceItem = 0;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws UnreadableFile {
        total += read;
        sinceItem += read;
        if (total > limits.file()) {
            throw new UnreadableFile(new Text(
                    "Filen är för stor när den packas upp: mer än " + limits.file() + " byte.",
                    "The file is too large when unpacked: more than " + limits.file() + " bytes."));
        }
        if (sinceItem > limits.item()) {
            throw new UnreadableFile(new Text(
                    "En post är för stor: mer än " + limits.item() + " byte.",
                    "An item is too large: more than " + limits.item() + " bytes."));
        }
    }
}
