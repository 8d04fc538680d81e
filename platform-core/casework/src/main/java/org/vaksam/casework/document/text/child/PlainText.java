package org.vaksam.casework.document.text.child;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A text file in UTF-8, in UTF-16 with its mark, or else in what Windows writes in the west. */
final class PlainText {
    private static final int MOST_BYTES = 1 << 20;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private PlainText() {}

    static void read(Path file, TextOut out) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        out.write(decoded(bytes));
        if (Files.size(file) > MOST_BYTES) {
            throw new TextOut.Full();
        }
    }

    private static String decoded(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, wholeCharacters(bytes)))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean starts(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** A file that was cut may end within a character. */
    private static int wholeCharacters(byte[] bytes) {
        int end = bytes.length;
        while (bytes.length == MOST_BYTES && end > bytes.length - 4 && (bytes[end - 1] & 0x80) != 0) {
            end--;
        }
        return end;
    }
}
