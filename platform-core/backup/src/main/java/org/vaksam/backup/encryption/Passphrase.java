package org.vaksam.backup.encryption;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.vaksam.api.problem.FieldProblem;
import org.vaksam.api.problem.Problem;
import org.vaksam.api.text.Text;

/** What a backup is encrypted with. Never shown: its text form says nothing. */
public final class Passphrase {
    private static final int SHORTEST = 12;
    private static final int LONGEST = 1_000;
    private static final int KEY_BYTES = 32;

    private final String words;

    private Passphrase(String words) {
        this.words = words;
    }

    /** Refuses one that is quickly guessed. */
    public static Passphrase of(String words) {
        if (words.length() < SHORTEST || words.length() > LONGEST) {
            throw Problem.invalid(List.of(new FieldProblem(
                    "passphrase",
                    new Text(
                            "Måste ha mellan " + SHORTEST + " och " + LONGEST + " tecken.",
                            "Must have between " + SHORTEST + " and " + LONGEST + " characters."))));
        }
        return new Passphrase(words);
    }

    /** The key of one file, by Argon2id (RFC 9106). */
    SecretKey key(Header header) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(header.memoryKib())
                .withIterations(header.rounds())
                .withParallelism(header.lanes())
                .withSalt(header.salt())
                .build());
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(Normalizer.normalize(words, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "(passphrase)";
    }
}
