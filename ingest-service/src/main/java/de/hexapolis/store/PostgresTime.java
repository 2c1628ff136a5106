package de.hexapolis.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Instants as whole microseconds since 2000-01-01T00:00:00Z, PostgreSQL's own count: exact on both sides. */
final class PostgresTime {
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");

    private PostgresTime() {}

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(EPOCH, instant);
    }

    static Instant instant(long micros) {
        return EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
