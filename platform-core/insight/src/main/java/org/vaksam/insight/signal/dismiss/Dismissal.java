package org.vaksam.insight.signal.dismiss;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.vaksam.insight.signal.Signal;

/**
 * A signal that was put aside.
 *
 * @param type    of the records; empty when that was not kept yet
 * @param surplus how many too many there were for whoever dismissed it
 * @param until   last day on which it holds
 */
public record Dismissal(
        String id,
        String key,
        Signal.Kind kind,
        String type,
        String reason,
        double surplus,
        Optional<String> by,
        Instant at,
        LocalDate until) {
    private static final double CLEARLY_WORSE = 1.5;

    /**
     * Whether it is still put aside. Not when it has grown clearly worse; nor for somebody who sees clearly more of it than who
     * dismissed it.
     */
    public boolean covers(Signal signal) {
        return key.equals(signal.key()) && !isClearlyWorse(signal.surplus(), surplus);
    }

    /** The same without what names somebody. */
    Dismissal saying(String rest, Optional<String> whose) {
        return new Dismissal(id, key, kind, type, rest, surplus, whose, at, until);
    }

    /** Whether so many too many are clearly worse than so many before. */
    public static boolean isClearlyWorse(double now, double before) {
        return now > before * CLEARLY_WORSE + 1;
    }
}
