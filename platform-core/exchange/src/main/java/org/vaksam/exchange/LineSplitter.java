package org.vaksam.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.vaksam.api.text.Text;

/** Splits bytes into lines, numbers them and passes over empty ones. Never holds more of a line than the limit. */
final class LineSplitter {
    private final InputStream in;
    private final ReadingLimits limits;
    private final byte[] buffer = new byte[64 * 1024];
    private int position;
    private int filled;
    private long total;

    private byte[] line = new byte[4 * 1024];
    private int length;
    private long number;
    private boolean tooLong;
    private boolean blank;

    LineSplitter(InputStream in, ReadingLimits limits) {
        this.in = in;
        this.limits = limits;
    }

    /** Goes to the next line with something on it; false at the end. */
    boolean next() throws IOException {
        boolean more = true;
        while (more) {
            more = readLine();
            if (!blank) {
                return true;
            }
        }
        return false;
    }

    /** The line's bytes are those up to {@link #length}; valid until the next call of {@link #next}. */
    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    long number() {
        return number;
    }

    /** Only its beginning is in {@link #bytes}. */
    boolean isTooLong() {
        return tooLong;
    }

    /** False when the file ended here. */
    private boolean readLine() throws IOException {
        length = 0;
        tooLong = false;
        blank = true;
        number++;
        while (position < filled || fill()) {
            int end = position;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            append(end);
            boolean ended = end < filled;
            position = ended ? end + 1 : end;
            if (ended) {
                return true;
            }
        }
        return false;
    }

    private void append(int end) {
        for (int i = position; blank && i < end; i++) {
            blank = buffer[i] <= ' ' && buffer[i] >= 0;
        }
        int size = Math.min(end - position, limits.item() - length);
        tooLong = tooLong || size < end - position;
        if (length + size > line.length) {
            line = Arrays.copyOf(line, Math.max(length + size, Math.min(limits.item(), line.length * 2)));
        }
        System.arraycopy(buffer, position, line, length, size);
        length += size;
    }

    private boolean fill() throws IOException {
        position = 0;
        filled = Math.max(0, in.read(buffer));
        total += filled;
        if (total > limits.file()) {
            throw new UnreadableFile(new Text(
                    "Filen är för stor när den packas upp: mer än " + limits.file() + " byte.",
                    "The file is too large when unpacked: more than " + limits.file() + " bytes."));
        }
        return filled > 0;
    }
}
