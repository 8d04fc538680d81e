package org.vaksam.api.calendar;

import java.time.ZoneId;

/** Where the organisation's clocks are: days, deadlines and figures go by them, wherever the server stands. */
public final class SwedishTime {
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private SwedishTime() {}
}
