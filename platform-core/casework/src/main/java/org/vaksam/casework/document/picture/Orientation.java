package org.vaksam.casework.document.picture;

import java.awt.geom.AffineTransform;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Which way up a picture is to be shown (Exif 2.32, tag 0x0112).
 *
 * @param value 1 to 8; 1 is as it lies in the file
 */
record Orientation(int value) {
    static final Orientation UPRIGHT = new Orientation(1);

    private static final int HEADER = 6;
    private static final int TAG = 0x0112;
    private static final int ENTRY = 12;
    private static final int BIG = 0x4D4D;

    /** What an Exif segment says; upright when it cannot be understood. */
    static Orientation ofExif(byte[] segment) {
        if (segment.length < HEADER + 14) {
            return UPRIGHT;
        }
        ByteBuffer tiff =
                ByteBuffer.wrap(segment, HEADER, segment.length - HEADER).slice();
        tiff.order(tiff.getShort(0) == BIG ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long start = tiff.getInt(4) & 0xFFFFFFFFL;
        if (start + 2 > tiff.limit()) {
            return UPRIGHT;
        }
        int count = tiff.getShort((int) start) & 0xFFFF;
        for (long at = start + 2; count > 0 && at + ENTRY <= tiff.limit(); at += ENTRY, count--) {
            if ((tiff.getShort((int) at) & 0xFFFF) == TAG) {
                int value = tiff.getShort((int) at + 8);
                return value >= 1 && value <= 8 ? new Orientation(value) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    /** Writes a segment of a JPEG that says this and nothing else; nothing for what is upright. */
    void write(DataOutputStream out) throws IOException {
        if (value == 1) {
            return;
        }
        ByteBuffer segment = ByteBuffer.allocate(36);
        segment.putShort((short) 0xFFE1).putShort((short) 34);
        segment.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        segment.put("MM\0*".getBytes(StandardCharsets.US_ASCII)).putInt(8);
        segment.putShort((short) 1);
        segment.putShort((short) TAG).putShort((short) 3).putInt(1);
        segment.putShort((short) value).putShort((short) 0).putInt(0);
        out.write(segment.array());
    }

    /** Whether width and height change places. */
    boolean isTurned() {
        return value >= 5;
    }

    /** Puts a picture of this size the right way up. */
    AffineTransform transform(double width, double height) {
        return switch (value) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
