package org.vaksam.casework.mail;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after a letter could not be sent: longer each time, four days in all. Counted, so that no clock matters. */
final class Pauses {
    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(20),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24),
            Duration.ofHours(24));

    private Pauses() {}

    /** After this many attempts; empty when it is not tried again. */
    static Optional<Duration> after(int attempts) {
        return attempts <= AFTER.size() ? Optional.of(AFTER.get(attempts - 1)) : Optional.empty();
    }
}
