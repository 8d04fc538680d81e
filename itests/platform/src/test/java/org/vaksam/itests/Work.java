package org.vaksam.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.vaksam.itests.support.Distribution;

/** Folders of the tests, below the build directory. */
final class Work {
    private Work() {}

    /** An empty folder for a test class. */
    static Path folder(Class<?> test) {
        Path folder = Path.of(System.getProperty("vaksam.work"), test.getSimpleName());
        try {
            if (Files.exists(folder)) {
                try (var all = Files.walk(folder)) {
                    all.sorted(Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A fresh distribution for a test class, not started. */
    static Distribution distribution(Class<?> test) {
        return Distribution.unpack(folder(test).resolve("vaksam"));
    }
}
