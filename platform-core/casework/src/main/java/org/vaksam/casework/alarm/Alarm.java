package org.vaksam.casework.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vaksam.api.data.Ids;

/**
 * What happens at a time.
 *
 * @param record  id of the record it goes away with
 * @param about   id of the deadline or action
 * @param step    counts repetitions of the same thing
 * @param planned when it was to happen
 */
public record Alarm(String id, Optional<String> record, String about, Kind kind, What what, int step, Instant planned) {
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);

    /** What it is about. */
    public enum Kind {
        DEADLINE,
        ACTION
    }

    /** What is to happen. */
    public enum What {
        REMIND,
        DUE,
        ESCALATE
    }

    public static Alarm of(Optional<String> record, String about, Kind kind, What what, int step, Instant planned) {
        return new Alarm(Ids.next(), record, about, kind, what, step, planned);
    }

    /** Whether what was planned then comes so late that people should know why: the platform was off, or its clock was wrong. */
    public static boolean isLate(Instant planned, Instant now) {
        return planned.plus(PUNCTUAL).isBefore(now);
    }
}
