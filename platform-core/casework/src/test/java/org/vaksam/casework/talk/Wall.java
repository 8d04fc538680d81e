package org.vaksam.casework.talk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock on the wall: shows what the test says. */
final class Wall extends Clock {
    private volatile Instant now;

    Wall(Instant now) {
        this.now = now;
    }

    void set(String time) {
        now = Instant.parse(time);
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
