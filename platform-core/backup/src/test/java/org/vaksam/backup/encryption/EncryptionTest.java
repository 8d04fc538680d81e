package org.vaksam.backup.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vaksam.api.problem.Problem;

/** What was encrypted comes back, in the order it was written and to its end, or is refused. */
class EncryptionTest {
    private static final Passphrase PASSPHRASE = Passphrase.of("korrekt häst batteri");
    private static final int CHUNK = Chunks.PLAIN + Chunks.TAG;

    @Test
    void ofAnyLength() throws IOException {
        for (int length : new int[] {0, 1, Chunks.PLAIN, Chunks.PLAIN + 1}) {
            byte[] plain = random(length);
            assertThat(decrypt(encrypt(plain))).isEqualTo(plain);
        }
    }

    @Test
    void chunksCannotBeCutOffOrExchanged() throws IOException {
        byte[] whole = encrypt(random(3 * Chunks.PLAIN));
        int header = whole.length - 3 * CHUNK;
        byte[] exchanged = whole.clone();
        System.arraycopy(whole, header, exchanged, header + CHUNK, CHUNK);
        System.arraycopy(whole, header + CHUNK, exchanged, header, CHUNK);

        assertThatThrownBy(() -> decrypt(Arrays.copyOf(whole, header + 2 * CHUNK)))
                .isInstanceOf(EncryptedInput.Refused.class);
        assertThatThrownBy(() -> decrypt(exchanged)).isInstanceOf(EncryptedInput.Refused.class);
        assertThatThrownBy(() -> decrypt(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(EncryptedInput.Refused.class);
    }

    @Test
    void passphrasesAreLongAndNeverShown() {
        assertThatThrownBy(() -> Passphrase.of("för kort")).isInstanceOf(Problem.class);
        assertThat(PASSPHRASE).hasToString("(passphrase)");
    }

    private static byte[] encrypt(byte[] plain) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new EncryptedOutput(bytes, PASSPHRASE)) {
            out.write(plain);
        }
        return bytes.toByteArray();
    }

    private static byte[] decrypt(byte[] encrypted) throws IOException {
        try (var in = new EncryptedInput(new ByteArrayInputStream(encrypted), PASSPHRASE)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
