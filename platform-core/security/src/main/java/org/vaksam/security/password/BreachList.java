package org.vaksam.security.password;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passwords that have leaked somewhere, when the operator has put such a list there: one SHA-1 in hexadecimal a line, sorted, as
 * the downloader of Have I Been Pwned writes it. Searched on the disk, however long it is.
 */
final class BreachList {
    private static final Logger LOG = LoggerFactory.getLogger(BreachList.class);
    private static final int HASH = 40;

    private final Path file;

    BreachList(Path file) {
        this.file = file;
    }

    /** Whether the password is in the list; false without a list. */
    boolean contains(String password) {
        if (Files.notExists(file)) {
            return false;
        }
        try (var list = new RandomAccessFile(file.toFile(), "r")) {
            return contains(list, sha1(password));
        } catch (IOException e) {
            LOG.warn("The list of leaked passwords in {} cannot be read and is left out", file, e);
            return false;
        }
    }

    /** Halves the part of the file in which the line can begin until nothing is left of it. */
    private static boolean contains(RandomAccessFile list, String wanted) throws IOException {
        long low = 0;
        long high = list.length();
        while (low < high) {
            long middle = (low + high) >>> 1;
            String found = lineAt(list, middle);
            int order = found.isEmpty() ? 1 : found.compareTo(wanted);
            if (order == 0) {
                return true;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return false;
    }

    /** The hash of the first line that begins at this place or later; empty when there is none. */
    private static String lineAt(RandomAccessFile list, long place) throws IOException {
        list.seek(Math.max(0, place - 1));
        if (place > 0) {
            list.readLine();
        }
        byte[] hash = new byte[HASH];
        int read = list.read(hash);
        return read < HASH ? "" : new String(hash, StandardCharsets.US_ASCII).toUpperCase(Locale.ROOT);
    }

    private static String sha1(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
