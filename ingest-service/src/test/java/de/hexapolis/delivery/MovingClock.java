package de.hexapolis.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves. Thread-safe. */
final class MovingClock extends Clock {
    /** A Wednesday, 10:00 in Fulda. */
    static final Instant START = Instant.parse("2026-07-01T08:00:00Z");

    private volatile Instant now = START;

    void pass(Duration span) {
        now = now.plus(span);
    }

    void set(Instant instant) {
        now = instant;
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
