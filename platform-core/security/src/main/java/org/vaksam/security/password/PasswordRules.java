package org.vaksam.security.password;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.vaksam.api.text.Text;
import org.vaksam.security.access.PrivateFile;

/** Which passwords are good enough: long, and not among the first that anybody would guess (NIST SP 800-63B, 5.1.1.2). */
@Component(service = PasswordRules.class)
public final class PasswordRules {
    /** Fewest characters. */
    public static final int SHORTEST = 12;

    /** Most characters. */
    public static final int LONGEST = 200;

    private static final int FEWEST_DIFFERENT = 5;
    private static final String KEYBOARD =
            "abcdefghijklmnopqrstuvwxyzåäö 01234567890 qwertyuiopå asdfghjklöä zxcvbnm 1qaz2wsx3edc4rfv5tgb6yhn";
    private static final Text COMMON = new Text(
            "Lösenordet hör till dem som alla gissar först. Välj flera ord som inte hör ihop.",
            "The password is among the first that anybody guesses. Choose several unrelated words.");

    private static final Text LEAKED = new Text(
            "Lösenordet finns i en lista över läckta lösenord. Välj ett annat.",
            "The password is in a list of leaked passwords. Choose another one.");

    private final Set<String> common;
    private final BreachList breaches;

    @Activate
    public PasswordRules() {
        this(PrivateFile.dataFolder().resolve("leaked-passwords.txt"));
    }

    /** With a list of leaked passwords of the caller's choice, which may be missing. */
    public PasswordRules(Path leaked) {
        common = load();
        breaches = new BreachList(leaked);
    }

    /** What is wrong with a password for this account; empty when it is good. */
    public Optional<Text> problem(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return Optional.of(new Text(
                    "Lösenordet ska ha " + SHORTEST + "-" + LONGEST + " tecken, det här har " + length + ".",
                    "The password needs " + SHORTEST + "-" + LONGEST + " characters, this one has " + length + "."));
        }
        String plain = password.toLowerCase(Locale.ROOT);
        String core = core(plain);
        if (!username.isEmpty() && (plain.equals(username) || core.equals(core(username)))) {
            return Optional.of(
                    new Text("Lösenordet får inte vara användarnamnet.", "The password must not be the user name."));
        }
        boolean guessed = common.contains(plain) || common.contains(core) || common.contains(spelledOut(core));
        if (guessed || isMonotonous(plain)) {
            return Optional.of(COMMON);
        }
        return breaches.contains(password) ? Optional.of(LEAKED) : Optional.empty();
    }

    private static boolean isMonotonous(String password) {
        if (password.codePoints().distinct().count() < FEWEST_DIFFERENT) {
            return true;
        }
        return isRepeated(password) || alongTheKeyboard(password) >= password.length() - 2;
    }

    /** {@code abc1abc1abc1} and the like: a short piece again and again. */
    private static boolean isRepeated(String password) {
        for (int piece = 1; piece <= password.length() / 2; piece++) {
            if (password.regionMatches(piece, password, 0, password.length() - piece)) {
                return piece < SHORTEST;
            }
        }
        return false;
    }

    /** How many characters follow their neighbour on the keyboard or in the alphabet, in either direction. */
    private static int alongTheKeyboard(String password) {
        String backwards = new StringBuilder(KEYBOARD).reverse().toString();
        int steps = 0;
        for (int i = 1; i < password.length(); i++) {
            String pair = password.substring(i - 1, i + 1);
            if (KEYBOARD.contains(pair) || backwards.contains(pair)) {
                steps++;
            }
        }
        return steps;
    }

    /** Without what people put before and after the word. */
    private static String core(String password) {
        return password.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }

    private static String spelledOut(String password) {
        return password.replace('0', 'o')
                .replace('1', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('5', 's')
                .replace('7', 't')
                .replace('@', 'a')
                .replace('$', 's');
    }

    private static Set<String> load() {
        try (InputStream file = PasswordRules.class.getResourceAsStream("common-passwords.txt")) {
            if (file == null) {
                throw new IllegalStateException("common-passwords.txt is missing in the bundle");
            }
            List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
