package org.vaksam.casework.document.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures with something to hide. */
public final class Pictures {
    /** What must not be found in what is stored. */
    public static final String SECRET = "59.3293N-Kamera-9000";

    private Pictures() {}

    /** Left half red, right half blue; an Exif segment with a way up and a secret, one of XMP, a comment, and something behind the end. */
    public static byte[] jpeg(int width, int height, int orientation) {
        byte[] plain = plain("jpeg", width, height);
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.write(plain, 0, 2);
            data.writeShort(0xFFE1);
            byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
            data.writeShort(2 + 6 + 8 + 2 + 12 + 4 + secret.length);
            data.writeBytes("Exif\0\0MM\0*");
            data.writeInt(8);
            data.writeShort(1);
            data.writeShort(0x0112);
            data.writeShort(3);
            data.writeInt(1);
            data.writeShort(orientation);
            data.writeShort(0);
            data.writeInt(0);
            data.write(secret);
            segment(data, 0xFFE1, "http://ns.adobe.com/xap/1.0/\0" + SECRET);
            segment(data, 0xFFFE, SECRET);
            data.write(plain, 2, plain.length - 2);
            data.writeBytes(SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With a text chunk. */
    public static byte[] png(int width, int height) {
        byte[] plain = plain("png", width, height);
        var out = new ByteArrayOutputStream();
        try (var data = new DataOutputStream(out)) {
            data.write(plain, 0, 33);
            byte[] chunk = ("tEXtComment\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
            data.writeInt(chunk.length - 4);
            data.write(chunk);
            var checksum = new CRC32();
            checksum.update(chunk);
            data.writeInt((int) checksum.getValue());
            data.write(plain, 33, plain.length - 33);
            data.writeBytes(SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A PNG that says it is this large, and is not. */
    public static byte[] bomb(int width, int height) {
        byte[] bytes = plain("png", 1, 1);
        try (var out = new ByteArrayOutputStream();
                var data = new DataOutputStream(out)) {
            data.writeBytes("IHDR");
            data.writeInt(width);
            data.writeInt(height);
            data.write(bytes, 24, 5);
            var checksum = new CRC32();
            checksum.update(out.toByteArray());
            data.writeInt((int) checksum.getValue());
            System.arraycopy(out.toByteArray(), 0, bytes, 12, 21);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes;
    }

    static byte[] plain(String format, int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width - width / 2, height);
        canvas.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void segment(DataOutputStream out, int marker, String content) throws IOException {
        out.writeShort(marker);
        out.writeShort(content.length() + 2);
        out.writeBytes(content);
    }
}
