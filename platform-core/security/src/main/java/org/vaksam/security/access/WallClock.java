package org.vaksam.security.access;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The time for all of security: to the millisecond, which is what a database keeps. */
@Component(service = Clock.class)
public final class WallClock extends Clock {
    private final Clock clock;

    @Activate
    public WallClock() {
        this(Clock.tickMillis(ZoneOffset.UTC));
    }

    private WallClock(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Instant instant() {
        return clock.instant();
    }

    @Override
    public ZoneId getZone() {
        return clock.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new WallClock(clock.withZone(zone));
    }
}
