package org.vaksam.casework.document.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/** WebP (RFC 9649): keeps what is needed to show it. */
final class WebpCleaner {
    private static final int RIFF_HEADER = 8;
    private static final int EXIF_AND_XMP = 0x0C;
    private static final int FEATURES = 10;
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpCleaner() {}

    static void copy(DataInputStream in, DataOutputStream out) throws IOException {
        Streams.copy(in, out, 4);
        long left = length(in) - 4;
        out.writeInt(0);
        Streams.copy(in, out, 4);
        while (left >= RIFF_HEADER) {
            byte[] name = new byte[4];
            in.readFully(name);
            long length = length(in);
            long padded = length + (length & 1);
            left -= RIFF_HEADER + padded;
            String type = new String(name, StandardCharsets.ISO_8859_1);
            if (type.equals("VP8X") && length == FEATURES) {
                header(out, name, length);
                out.write(in.readUnsignedByte() & ~EXIF_AND_XMP);
                Streams.copy(in, out, FEATURES - 1);
            } else if (KEPT.contains(type)) {
                header(out, name, length);
                Streams.copy(in, out, padded);
            } else {
                Streams.skip(in, padded);
            }
        }
    }

    /** Writes the length of what follows, which is known when all is written. */
    static void setLength(Path file) throws IOException {
        try (var written = new RandomAccessFile(file.toFile(), "rw")) {
            long length = written.length() - RIFF_HEADER;
            written.seek(4);
            written.writeInt(Integer.reverseBytes((int) length));
        }
    }

    private static void header(DataOutputStream out, byte[] name, long length) throws IOException {
        out.write(name);
        out.writeInt(Integer.reverseBytes((int) length));
    }

    private static long length(DataInputStream in) throws IOException {
        return Integer.reverseBytes(in.readInt()) & 0xFFFFFFFFL;
    }
}
