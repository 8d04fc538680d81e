package org.vaksam.casework.document.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vaksam.casework.document.picture.Thumbnails.Thumbnail;
import org.vaksam.casework.document.type.FileType;

class PictureTest {
    private final Thumbnails thumbnails = new Thumbnails(64_000_000);

    private final Path folder;

    PictureTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatTheCameraWroteIsGoneAndThePictureIsTheSame() throws IOException {
        byte[] before = Pictures.jpeg(40, 20, 6);
        byte[] after = cleaned(FileType.JPEG, before);
        assertThat(text(before)).contains(Pictures.SECRET);
        assertThat(text(after)).doesNotContain(Pictures.SECRET).doesNotContain("xap");
        assertThat(pixels(after)).isEqualTo(pixels(before));
    }

    @Test
    void theWayUpStays() throws IOException {
        byte[] after = cleaned(FileType.JPEG, Pictures.jpeg(400, 200, 6));
        BufferedImage small = small(FileType.JPEG, after);
        assertThat(small.getWidth()).isEqualTo(160);
        assertThat(small.getHeight()).isEqualTo(320);
        assertThat(isRed(small.getRGB(80, 40))).as("what was left is above").isTrue();
        assertThat(isRed(small.getRGB(80, 280))).isFalse();
    }

    @Test
    void textInPngIsGone() throws IOException {
        byte[] before = Pictures.png(30, 30);
        byte[] after = cleaned(FileType.PNG, before);
        assertThat(text(after)).doesNotContain(Pictures.SECRET);
        assertThat(pixels(after)).isEqualTo(pixels(before));
    }

    @Test
    void webpLosesItsMetadataAndSaysSo() throws IOException {
        var out = new ByteArrayOutputStream();
        out.writeBytes("RIFF\64\0\0\0WEBPVP8X\12\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(new byte[] {0x0C, 0, 0, 0, 9, 0, 0, 9, 0, 0});
        out.writeBytes("EXIF\5\0\0\0abcde\0VP8L\4\0\0\0wxyz".getBytes(StandardCharsets.ISO_8859_1));
        String after = text(cleaned(FileType.WEBP, out.toByteArray()));
        assertThat(after).doesNotContain("EXIF").contains("VP8L\4\0\0\0wxyz");
        assertThat((int) after.charAt(4)).isEqualTo(after.length() - 8);
        assertThat((int) after.charAt(20)).as("flags").isZero();
    }

    @Test
    void pictureThatEndsTooEarlyIsRefused() {
        byte[] whole = Pictures.jpeg(40, 20, 1);
        byte[] half = Arrays.copyOf(whole, whole.length / 2);
        assertThatThrownBy(() -> cleaned(FileType.JPEG, half)).isInstanceOf(DamagedPicture.class);
        byte[] png = Pictures.png(30, 30);
        assertThatThrownBy(() -> cleaned(FileType.PNG, Arrays.copyOf(png, 50))).isInstanceOf(DamagedPicture.class);
    }

    @Test
    void bombsAreKnownByWhatTheySay() throws IOException {
        Path bomb = file(Pictures.bomb(60_000, 60_000));
        assertThat(thumbnails.size(FileType.PNG, bomb))
                .hasValueSatisfying(size -> assertThat(thumbnails.isBomb(size)).isTrue());
        assertThat(thumbnails.of(FileType.PNG, bomb)).isEmpty();
        assertThat(thumbnails.isBomb(new java.awt.Dimension(40_000, 1))).isTrue();
        assertThat(thumbnails.isBomb(new java.awt.Dimension(8_000, 6_000))).isFalse();
    }

    @Test
    void whatIsNoPictureHasNoCopy() throws IOException {
        assertThat(thumbnails.of(FileType.JPEG, file(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0, 1})))
                .isEmpty();
        assertThat(thumbnails.of(FileType.WEBP, file(new byte[10]))).isEmpty();
    }

    private BufferedImage small(FileType type, byte[] picture) throws IOException {
        Thumbnail small = thumbnails.of(type, file(picture)).orElseThrow();
        assertThat(small.mediaType()).isEqualTo("image/jpeg");
        return ImageIO.read(new ByteArrayInputStream(small.bytes()));
    }

    private byte[] cleaned(FileType type, byte[] picture) throws IOException {
        Path to = folder.resolve("cleaned");
        Metadata.remove(type, file(picture), to);
        return Files.readAllBytes(to);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("picture"), content);
    }

    private static int[] pixels(byte[] picture) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }

    private static boolean isRed(int pixel) {
        return (pixel >> 16 & 0xFF) > 128 && (pixel & 0xFF) < 128;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
