package org.vaksam.backup.encryption;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The beginning of an encrypted file, authenticated with every chunk: {@code VAKSAMB1}, cost of the key, salt, and what the
 * nonces begin with. The cost is that of RFC 9106's second recommendation.
 */
record Header(int memoryKib, int rounds, int lanes, byte[] salt, byte[] prefix) {
    static final int MAGIC_BYTES = 8;
    private static final byte[] MAGIC = "VAKSAMB1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int PREFIX_BYTES = 7;
    private static final int BYTES = MAGIC_BYTES + 3 * Integer.BYTES + SALT_BYTES + PREFIX_BYTES;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int ROUNDS = 3;
    private static final int LANES = 4;
    /** Whoever wrote the file must not decide how much memory and time reading it takes. */
    private static final int MOST = 4;

    /** Of a new file. */
    static Header fresh() {
        var random = new SecureRandom();
        byte[] salt = new byte[SALT_BYTES];
        byte[] prefix = new byte[PREFIX_BYTES];
        random.nextBytes(salt);
        random.nextBytes(prefix);
        return new Header(MEMORY_KIB, ROUNDS, LANES, salt, prefix);
    }

    static boolean isMagic(byte[] start) {
        return Arrays.equals(start, MAGIC);
    }

    static Header read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(BYTES);
        if (bytes.length < BYTES || !isMagic(Arrays.copyOf(bytes, MAGIC_BYTES))) {
            throw new EncryptedInput.Refused(true, new EOFException());
        }
        var data = new DataInputStream(new ByteArrayInputStream(bytes, MAGIC_BYTES, BYTES - MAGIC_BYTES));
        var header = new Header(
                data.readInt(),
                data.readInt(),
                data.readInt(),
                data.readNBytes(SALT_BYTES),
                data.readNBytes(PREFIX_BYTES));
        if (!isBearable(header.memoryKib, MEMORY_KIB)
                || !isBearable(header.rounds, ROUNDS)
                || !isBearable(header.lanes, LANES)) {
            throw new EncryptedInput.Refused(true, new IOException("cost of the key"));
        }
        return header;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putInt(memoryKib)
                .putInt(rounds)
                .putInt(lanes)
                .put(salt)
                .put(prefix)
                .array();
    }

    private static boolean isBearable(int value, int usual) {
        return value >= 1 && value <= usual * MOST;
    }
}
