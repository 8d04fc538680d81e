package org.vaksam.casework.document.picture;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.vaksam.casework.document.type.FileType;

/**
 * Removes what the camera and programs wrote into a picture besides the picture: place, device, owner, comments, hidden second
 * pictures, whatever follows its end. The picture itself, its colours and its way up stay as they are.
 */
public final class Metadata {
    private Metadata() {}

    /** What one kind of file does. */
    private interface Cleaner {
        void copy(DataInputStream in, DataOutputStream out) throws IOException;
    }

    /**
     * Writes the picture without them.
     *
     * @param type one that {@link FileType#isCleaned}
     * @throws DamagedPicture when it cannot be read to its end
     */
    public static void remove(FileType type, Path picture, Path cleaned) throws IOException {
        switch (type) {
            case JPEG -> copy(picture, cleaned, JpegCleaner::copy);
            case PNG -> copy(picture, cleaned, PngCleaner::copy);
            case WEBP -> {
                copy(picture, cleaned, WebpCleaner::copy);
                WebpCleaner.setLength(cleaned);
            }
            default -> throw new IllegalArgumentException(type.name());
        }
    }

    private static void copy(Path from, Path to, Cleaner cleaner) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)));
                var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
            cleaner.copy(in, out);
        } catch (EOFException e) {
            throw new DamagedPicture("it ends too early");
        }
    }
}
