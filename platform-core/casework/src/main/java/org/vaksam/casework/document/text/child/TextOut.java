package org.vaksam.casework.document.text.child;

import java.io.Writer;

/** Collects text up to a length. */
final class TextOut extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final int most;

    TextOut(int most) {
        this.most = most;
    }

    /** There is enough. */
    static final class Full extends RuntimeException {
        private static final long serialVersionUID = 1;

        Full() {
            super("enough text", null, false, false);
        }
    }

    @Override
    public void write(char[] characters, int offset, int length) {
        int room = most - text.length();
        text.append(characters, offset, Math.min(room, length));
        if (length > room) {
            throw new Full();
        }
    }

    void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            write("\n");
        }
    }

    @Override
    public void write(String characters) {
        write(characters.toCharArray(), 0, characters.length());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return text.toString();
    }
}
