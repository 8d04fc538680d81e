package org.vaksam.records.value;

import java.util.Optional;

/** What a value points at is not known where definitions are written. */
final class Outside {
    private Outside() {}

    /** Says so. */
    static Optional<Object> refuse(String path, Problems problems) {
        problems.add(
                path,
                "Pekar på något utanför definitionen och kan inte stå här.",
                "Points at something outside the definition and cannot stand here.");
        return Optional.empty();
    }
}
