package org.vaksam.casework.notice;

import java.time.LocalTime;

/**
 * When no letters are sent, by the clock on the wall: over midnight when it ends before it begins, so that it holds also in the
 * nights when the clocks change.
 *
 * @param from  first moment of quiet
 * @param until first moment after it; never the same as {@code from}
 */
public record QuietHours(LocalTime from, LocalTime until) {
    /** Whether it is quiet at this time of the day. */
    public boolean covers(LocalTime time) {
        boolean begun = !time.isBefore(from);
        boolean notOver = time.isBefore(until);
        return from.isBefore(until) ? begun && notOver : begun || notOver;
    }
}
