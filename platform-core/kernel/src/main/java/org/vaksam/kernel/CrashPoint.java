package org.vaksam.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A hook for crash tests only: the system property {@code vaksam.crash} names a file; while there is one and it holds the id of a
 * step, the process is killed without a trace at the start of that step. Without the property it does nothing.
 */
public final class CrashPoint {
    private static final @Nullable String FILE = System.getProperty("vaksam.crash");
    private static final int KILLED = 137;

    private CrashPoint() {}

    /** Called at the start of every step. */
    public static void reach(String step) {
        if (FILE != null && isNamed(step, Path.of(FILE))) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    private static boolean isNamed(String step, Path file) {
        try {
            return Files.exists(file) && Files.readString(file).strip().equals(step);
        } catch (IOException e) {
            return false;
        }
    }
}
