package org.vaksam.testkit.broken;

import java.io.IOException;
import java.nio.file.Path;
import org.vaksam.api.text.Text;

/**
 * A module that must not go into operation.
 *
 * @param name  what is broken
 * @param stage who finds out
 * @param words exactly what the platform says: the cause and the next step
 */
public record BrokenModule(String name, Stage stage, Text words, Maker maker) {
    /** When it is found. */
    public enum Stage {
        /** The plan is not possible. */
        PLAN,
        /** The plan is possible, the operation is undone. */
        APPLY
    }

    /** Makes the file. */
    @FunctionalInterface
    public interface Maker {
        Path write(Path folder) throws IOException;
    }

    /** Its file, in this folder. */
    public Path write(Path folder) throws IOException {
        return maker.write(folder);
    }

    @Override
    public String toString() {
        return name;
    }
}
