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
            String text = Files.readString(Path.of(environment.get(FILE)));
            return Optional.of(Passphrase.of(text.lines().findFirst().orElse("").strip()));
        }
        Console console = System.console();
        return Optional.ofNullable(environment.get(VARIABLE))
                .or(() -> Optional.ofNullable(console)
                        .map(asked -> asked.readPassword("Passphrase: "))
                        .map(String::valueOf))
                .map(Passphrase::of);
    }
}
