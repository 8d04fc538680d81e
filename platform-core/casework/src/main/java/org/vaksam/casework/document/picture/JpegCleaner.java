package org.vaksam.casework.document.picture;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** JPEG (ITU-T T.81): keeps tables, frames, scans, JFIF, colour profiles and the way up; ends with the first picture. */
final class JpegCleaner {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int COMMENT = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int MARK = 0xFF;
    private static final String EXIF = "Exif\0\0";

    private JpegCleaner() {}

    static void copy(DataInputStream in, DataOutputStream out) throws IOException {
        if (in.readUnsignedByte() != MARK || in.readUnsignedByte() != START) {
            throw new DamagedPicture("it has no beginning");
        }
        out.write(MARK);
        out.write(START);
        int marker = next(in);
        while (marker != END) {
            marker = marker == SCAN ? scan(in, out) : segment(marker, in, out);
        }
        out.write(MARK);
        out.write(END);
    }

    /** Which way up it is. */
    static Orientation orientation(DataInputStream in) throws IOException {
        in.readUnsignedShort();
        for (int marker = next(in); marker != SCAN && marker != END; marker = next(in)) {
            byte[] content = content(in);
            if (marker == APP1 && starts(content, EXIF)) {
                return Orientation.ofExif(content);
            }
        }
        return Orientation.UPRIGHT;
    }

    private static int segment(int marker, DataInputStream in, DataOutputStream out) throws IOException {
        byte[] content = content(in);
        if (marker == APP1 && starts(content, EXIF)) {
            Orientation.ofExif(content).write(out);
        } else if (isKept(marker, content)) {
            write(out, marker, content);
        }
        return next(in);
    }

    private static boolean isKept(int marker, byte[] content) {
        return switch (marker) {
            case APP0 -> starts(content, "JFIF\0");
            case APP2 -> starts(content, "ICC_PROFILE\0");
            case APP14 -> starts(content, "Adobe");
            case COMMENT -> false;
            default -> marker < APP0 || marker > APP15;
        };
    }

    /** Copies a scan up to the marker after it, and returns that. */
    private static int scan(DataInputStream in, DataOutputStream out) throws IOException {
        write(out, SCAN, content(in));
        while (true) {
            int each = in.readUnsignedByte();
            if (each != MARK) {
                out.write(each);
                continue;
            }
            int code = in.readUnsignedByte();
            while (code == MARK) {
                code = in.readUnsignedByte();
            }
            boolean within = code == 0 || code >= 0xD0 && code <= 0xD7;
            if (!within) {
                return code;
            }
            out.write(MARK);
            out.write(code);
        }
    }

    private static int next(DataInputStream in) throws IOException {
        if (in.readUnsignedByte() != MARK) {
            throw new DamagedPicture("something stands between its parts");
        }
        int code = in.readUnsignedByte();
        while (code == MARK) {
            code = in.readUnsignedByte();
        }
        return code;
    }

    private static byte[] content(DataInputStream in) throws IOException {
        int length = in.readUnsignedShort() - 2;
        if (length < 0) {
            throw new DamagedPicture("a part has no length");
        }
        byte[] content = new byte[length];
        in.readFully(content);
        return content;
    }

    private static void write(DataOutputStream out, int marker, byte[] content) throws IOException {
        out.write(MARK);
        out.write(marker);
        out.writeShort(content.length + 2);
        out.write(content);
    }

    private static boolean starts(byte[] content, String text) {
        return content.length >= text.length()
                && new String(content, 0, text.length(), StandardCharsets.ISO_8859_1).equals(text);
    }
}
