package org.vaksam.launcher;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.vaksam.launcher.cli.Failure;

/** A new passphrase: from a file, the environment, or the keyboard, where it is asked for twice; never from the arguments. */
final class Passphrase {
    private static final String FILE = "VAKSAM_PASSPHRASE_FILE";
    private static final String VARIABLE = "VAKSAM_PASSPHRASE";

    private Passphrase() {}

    static String ask(Map<String, String> environment) {
        String file = environment.get(FILE);
        String words = environment.get(VARIABLE);
        if (file != null) {
            return firstLine(Path.of(file));
        }
        return words != null ? words : atKeyboard();
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw Failure.usage("The passphrase cannot be read from " + file);
        }
    }

    private static String atKeyboard() {
        Console console = System.console();
        if (console == null) {
            throw Failure.usage("Put the passphrase into a file and name it: " + FILE + "=FILE");
        }
        char[] once = console.readPassword("Passphrase, at least 12 characters: ");
        char[] again = console.readPassword("Once more: ");
        if (once == null || !Arrays.equals(once, again)) {
            throw Failure.usage("Not the same twice");
        }
        return String.valueOf(once);
    }
}
