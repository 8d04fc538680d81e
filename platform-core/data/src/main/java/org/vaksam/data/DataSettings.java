package org.vaksam.data;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.vaksam.spi.data.Dialect;

/**
 * Configuration {@code org.vaksam.data}.
 *
 * @param directory where Derby keeps its files, below {@code vaksam.data}
 * @param url       {@code jdbc:postgresql://…}; empty for Derby
 * @param poolSize  connections kept open
 */
public record DataSettings(Path directory, Optional<String> url, String user, String password, int poolSize) {
    /** System property: the data directory, absolute. */
    public static final String DIRECTORY = "vaksam.data";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final int DEFAULT_POOL_SIZE = 16;

    public DataSettings {
        if (url.isPresent() && !url.get().startsWith(POSTGRESQL)) {
            throw new IllegalArgumentException(
                    "org.vaksam.data: url must start with " + POSTGRESQL + "//, or be left out");
        }
        if (poolSize < 2 || poolSize > 200) {
            throw new IllegalArgumentException("org.vaksam.data: pool must be between 2 and 200");
        }
    }

    /** Reads what the administrator has set, with defaults for the rest. */
    public static DataSettings of(Map<String, ?> configuration) {
        return new DataSettings(
                Path.of(System.getProperty(DIRECTORY, "data")).toAbsolutePath().resolve("db"),
                text(configuration, "url").filter(url -> !url.isBlank()),
                text(configuration, "user").orElse("vaksam"),
                text(configuration, "password").orElse(""),
                text(configuration, "pool").map(Integer::valueOf).orElse(DEFAULT_POOL_SIZE));
    }

    /** The same, with the embedded database elsewhere. */
    DataSettings in(Path other) {
        return new DataSettings(other, url, user, password, poolSize);
    }

    Dialect dialect() {
        return url.isPresent() ? Dialect.POSTGRESQL : Dialect.DERBY;
    }

    private static Optional<String> text(Map<String, ?> configuration, String key) {
        return Optional.ofNullable(configuration.get(key))
                .map(Objects::toString)
                .map(String::strip);
    }

    @Override
    public String toString() {
        return url.map(address -> address.replaceAll("\\?.*", "") + " as " + user)
                .orElse(directory.toString());
    }
}
