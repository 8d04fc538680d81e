package org.vaksam.backup.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.vaksam.backup.encryption.Passphrase;

/** Where a command finds the passphrase: a file, the environment, or the person at the keyboard; never its arguments. */
final class PassphraseSource {
    private static final String FILE = "VAKSAM_PASSPHRASE_FILE";
    private static final String VARIABLE = "VAKSAM_PASSPHRASE";

    private final Map<String, String> environment;

    PassphraseSource(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Empty when there is none and nobody to ask. */
    Optional<Passphrase> ask() throws IOException {
        if (environment.containsKey(FILE)) {
            return Optional.of(Passphrase.of(firstLine(Path.of(environment.get(FILE)))));
        }
        Console console = System.console();
        return Optional.ofNullable(environment.get(VARIABLE))
                .or(() -> Optional.ofNullable(console)
                        .map(asked -> asked.readPassword("Passphrase: "))
                        .map(String::valueOf))
                .map(Passphrase::of);
    }

    private static String firstLine(Path file) throws IOException {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            throw new IOException("the passphrase cannot be read from " + file, e);
        }
    }
}
