package org.vaksam.api.health;

import org.vaksam.api.text.Text;

/**
 * How something is.
 *
 * @param status  meaning as in Felix Health Checks
 * @param message why, and what to do; for people
 */
public record Health(Status status, Text message) {

    /** From well to broken. */
    public enum Status {
        /** Works. */
        OK,
        /** Works, but somebody should look. */
        WARN,
        /** Does not work now and is expected to by itself. */
        TEMPORARILY_UNAVAILABLE,
        /** Does not work and will not by itself. */
        CRITICAL
    }

    /** All well. */
    public static Health ok() {
        return new Health(Status.OK, new Text("Fungerar", "Works"));
    }
}
