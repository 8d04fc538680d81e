package org.vaksam.casework.document.picture;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vaksam.casework.document.type.FileType;

/** Small copies of pictures. One is made at a time: reading a picture takes memory, however small the copy is. */
public final class Thumbnails {
    /** A picture of ours. */
    public record Thumbnail(String mediaType, byte[] bytes) {}

    private static final Logger LOG = LoggerFactory.getLogger(Thumbnails.class);
    private static final int SIDE = 320;
    private static final int LONGEST_SIDE = 30_000;

    private final long pixels;

    /**
     * @param pixels a picture of more is a bomb
     */
    public Thumbnails(long pixels) {
        this.pixels = pixels;
    }

    /** How large the picture says it is, before any of it is unpacked; empty when it does not say. */
    public Optional<Dimension> size(FileType type, Path picture) {
        return with(type, picture, reader -> new Dimension(reader.getWidth(0), reader.getHeight(0)));
    }

    /** Whether so large a picture is better left alone. */
    public boolean isBomb(Dimension size) {
        return size.width > LONGEST_SIDE || size.height > LONGEST_SIDE || (long) size.width * size.height > pixels;
    }

    /** A copy that is at most 320 pixels wide and high, the right way up; none of what cannot be read. */
    public synchronized Optional<Thumbnail> of(FileType type, Path picture) {
        Orientation orientation = type == FileType.JPEG ? orientation(picture) : Orientation.UPRIGHT;
        return with(type, picture, reader -> {
            var size = new Dimension(reader.getWidth(0), reader.getHeight(0));
            if (size.width < 1 || size.height < 1 || isBomb(size)) {
                throw new IOException("no picture");
            }
            int step = Math.max(1, Math.max(size.width, size.height) / (2 * SIDE));
            ImageReadParam every = reader.getDefaultReadParam();
            every.setSourceSubsampling(step, step, 0, 0);
            return written(small(reader.read(0, every), orientation));
        });
    }

    private static BufferedImage small(BufferedImage read, Orientation orientation) {
        double scale = Math.min(1, (double) SIDE / Math.max(read.getWidth(), read.getHeight()));
        int width = Math.max(1, (int) Math.round(read.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(read.getHeight() * scale));
        boolean turned = orientation.isTurned();
        int type = read.getColorModel().hasAlpha() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
        var small = new BufferedImage(turned ? height : width, turned ? width : height, type);
        Graphics2D canvas = small.createGraphics();
        try {
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            AffineTransform place = orientation.transform(width, height);
            place.scale((double) width / read.getWidth(), (double) height / read.getHeight());
            canvas.drawImage(read, place, null);
        } finally {
            canvas.dispose();
        }
        return small;
    }

    private static Thumbnail written(BufferedImage picture) throws IOException {
        String format = picture.getColorModel().hasAlpha() ? "png" : "jpeg";
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(picture, format, out)) {
                throw new IOException("no writer of " + format);
            }
        }
        return new Thumbnail("image/" + format, bytes.toByteArray());
    }

    private static Orientation orientation(Path picture) {
        try (var in = new DataInputStream(Files.newInputStream(picture))) {
            return JpegCleaner.orientation(in);
        } catch (IOException e) {
            return Orientation.UPRIGHT;
        }
    }

    /** Work on a picture; a reader of a damaged one may throw anything. */
    private interface Reading<T> {
        T read(ImageReader reader) throws IOException;
    }

    private static <T> Optional<T> with(FileType type, Path picture, Reading<T> work) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type.mediaType());
        if (!readers.hasNext()) {
            return Optional.empty();
        }
        ImageReader reader = readers.next();
        try (var in = new FileImageInputStream(picture.toFile())) {
            reader.setInput(in, true, true);
            return Optional.of(work.read(reader));
        } catch (IOException | RuntimeException e) {
            LOG.debug("{} cannot be read as {}", picture, type, e);
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
