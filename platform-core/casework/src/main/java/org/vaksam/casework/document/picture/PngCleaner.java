package org.vaksam.casework.document.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** PNG (W3C, third edition): keeps what is needed to show it, ends with its end. */
final class PngCleaner {
    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;
    private static final String END = "IEND";
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", END, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL",
            "fdAT");

    private PngCleaner() {}

    static void copy(DataInputStream in, DataOutputStream out) throws IOException {
        Streams.copy(in, out, SIGNATURE);
        String type;
        do {
            int length = in.readInt();
            byte[] name = new byte[4];
            in.readFully(name);
            type = new String(name, StandardCharsets.ISO_8859_1);
            if (length < 0) {
                throw new DamagedPicture("a part has no length");
            }
            if (KEPT.contains(type)) {
                out.writeInt(length);
                out.write(name);
                Streams.copy(in, out, (long) length + CHECKSUM);
            } else {
                Streams.skip(in, (long) length + CHECKSUM);
            }
        } while (!type.equals(END));
    }
}
