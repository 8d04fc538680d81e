package org.vaksam.launcher.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The launcher's token: the one it was given, else the one in the data directory, where it is kept after the first use. Only who
 * may read the data directory can get one: the platform leaves a key there for exactly this.
 *
 * @param given        a token that is used as it is and never replaced
 * @param runDirectory where the key and the token lie
 */
public record Credentials(Optional<String> given, Path runDirectory) {
    private static final String TOKEN = "launcher.token";
    private static final String OPERATOR_KEY = "operator.key";

    Optional<String> token() {
        return given.or(() -> read(TOKEN));
    }

    /** What a new token can be had for; nothing when a token was given. */
    Optional<String> operatorKey() {
        return given.isPresent() ? Optional.empty() : read(OPERATOR_KEY);
    }

    void keep(String token) {
        Path file = runDirectory.resolve(TOKEN);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, token);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> read(String name) {
        Path file = runDirectory.resolve(name);
        try {
            return Files.isReadable(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
