package org.vaksam.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreachListTest {
    @Test
    void findsEveryLineOfTheListAndNoOther(@TempDir Path folder) throws Exception {
        List<String> leaked =
                IntStream.range(0, 500).mapToObj(i -> "leaked password " + i).toList();
        var list = new BreachList(write(folder, leaked));

        assertThat(leaked).allMatch(list::contains);
        assertThat(IntStream.range(500, 1_000).mapToObj(i -> "leaked password " + i))
                .noneMatch(list::contains);
    }

    @Test
    void oneLineWithoutAnEndAndNothingAtAllAreListsToo(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("list");
        Files.writeString(file, sha1("ett enda lösenord"));
        assertThat(new BreachList(file).contains("ett enda lösenord")).isTrue();
        assertThat(new BreachList(file).contains("ett annat lösenord")).isFalse();

        Files.writeString(file, "");
        assertThat(new BreachList(file).contains("ett enda lösenord")).isFalse();
        assertThat(new BreachList(folder.resolve("missing")).contains("ett enda lösenord"))
                .isFalse();
    }

    @Test
    void theRulesRefuseWhatHasLeaked(@TempDir Path folder) throws Exception {
        var rules = new PasswordRules(write(folder, List.of("fyra gröna hästar")));

        assertThat(rules.problem("fyra gröna hästar", "anna")).isPresent();
        assertThat(rules.problem("fem gröna hästar", "anna")).isEmpty();
    }

    private static Path write(Path folder, List<String> passwords) throws IOException {
        List<String> lines = passwords.stream()
                .map(BreachListTest::sha1)
                .sorted()
                .map(hash -> hash + ":" + hash.charAt(0))
                .toList();
        return Files.write(folder.resolve("list"), lines);
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
