package de.hexapolis.telemetry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * The one clock of the platform: at the real instant {@code epoch} it shows {@code start}, and it runs {@code rate}
 * times as fast as real time. All processes are given the same three numbers, so a simulated week can pass in
 * minutes. Immutable, thread-safe.
 */
public final class PlatformClock extends Clock {
    /** How far ahead of the platform's clock a device's may be; a reading further ahead is refused. */
    public static final Duration MOST_AHEAD = Duration.ofMinutes(5);

    private final Instant epoch;
    private final Instant start;
    private final double rate;
    private final Clock real;

    private PlatformClock(Instant epoch, Instant start, double rate, Clock real) {
        if (!(rate > 0 && rate <= 100_000)) {
            throw new IllegalArgumentException("not a clock rate (above 0, at most 100000): " + rate);
        }
        this.epoch = epoch;
        this.start = start;
        this.rate = rate;
        this.real = real;
    }

    /** Real time. */
    public static PlatformClock realTime() {
        return new PlatformClock(Instant.EPOCH, Instant.EPOCH, 1, Clock.systemUTC());
    }

    /**
     * A clock that shows {@code start} at the real instant {@code epoch}.
     *
     * @throws IllegalArgumentException if the rate is not above 0 and at most 100,000
     */
    public static PlatformClock of(Instant epoch, Instant start, double rate) {
        return new PlatformClock(epoch, start, rate, Clock.systemUTC());
    }

    @Override
    public Instant instant() {
        Duration passed = Duration.between(epoch, real.instant());
        if (rate == 1) {
            return start.plus(passed);
        }
        double seconds = passed.getSeconds() * rate + passed.getNano() * 1e-9 * rate;
        return start.plusNanos(Math.round((seconds % 1) * 1e9)).plusSeconds((long) seconds);
    }

    /** How long a span of platform time takes in real time: for timers. */
    public Duration realDuration(Duration platformTime) {
        return Duration.ofNanos((long) (platformTime.toNanos() / rate));
    }

    /** How much platform time passes in a span of real time: for leases and time limits that are kept in the store. */
    public Duration platformDuration(Duration real) {
        return Duration.ofNanos((long) (real.toNanos() * rate));
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** This clock: the platform's zone is UTC, and zones belong to cities. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
