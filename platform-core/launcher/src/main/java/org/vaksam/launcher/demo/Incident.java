package org.vaksam.launcher.demo;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An incident as it is reported, and what becomes of it.
 *
 * @param number of the incident in the town, the same at every run
 * @param unit   code of the unit where it happened
 * @param body   what is sent
 * @param moves  transitions in their order
 */
record Incident(int number, String title, Instant occurredAt, String unit, Map<String, Object> body, List<Move> moves) {
    /** A transition with what is filled in on the way. */
    record Move(String transition, Map<String, Object> body) {}

    /** By which a later run knows it again. */
    String likeness() {
        return likeness(title, occurredAt, unit);
    }

    static String likeness(String title, Instant occurredAt, String unit) {
        return occurredAt + " " + unit + " " + title;
    }
}
