package org.vaksam.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.vaksam.itests.support.Distribution;

/** Folders of the tests, below the build directory. */
final class Work {
    /** Java options of a platform that does not live long enough for optimised code to pay. */
    static final String SHORT_LIFE = "-XX:TieredStopAtLevel=1";
    /** What {@code admin} signs in with to a distribution for journeys. */
    static final String PASSWORD = "korrekt-hast-batteri-haftklammer";

    private Work() {}

    /** An empty folder for a test class. */
    static Path folder(Class<?> test) {
        Path folder = Path.of(System.getProperty("vaksam.work"), test.getSimpleName());
        try {
            delete(folder);
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all that is in it, when there is one. */
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /** A fresh distribution for a test class, not started. */
    static Distribution distribution(Class<?> test) {
        return distribution(folder(test).resolve("vaksam"));
    }

    /** A fresh distribution in a folder, not started. */
    static Distribution distribution(Path folder) {
        return Distribution.unpack(folder).with("EXTRA_JAVA_OPTS", SHORT_LIFE);
    }

    /** A fresh distribution for a journey through the console, started. */
    static Distribution journey(Class<?> test) {
        return distribution(test).with("VAKSAM_ADMIN_PASSWORD", PASSWORD).start();
    }
}
