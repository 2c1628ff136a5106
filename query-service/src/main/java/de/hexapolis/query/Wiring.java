package de.hexapolis.query;

import de.hexapolis.query.command.CommandDesk;
import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.PlatformClock;
import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The few objects that all features share. */
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);
    private static final Duration SHORTEST_LIMIT = Duration.ofMillis(100);
    /** A request runs up to four statements one after the other, and its connection ends after 75 silent seconds. */
    private static final Duration LONGEST_LIMIT = Duration.ofSeconds(15);

    private static final int LONGEST_RETENTION_DAYS = 36_525;

    /** Makes wrong settings stop the start instead of the first request. */
    void check(@Observes StartupEvent start, Database database, Clock clock, QuerySettings settings) {
        checkRetention(settings);
        LOG.debugf("the clock shows %s", clock.instant());
    }

    static void checkRetention(QuerySettings settings) {
        Duration raw = settings.retention().raw();
        if (!raw.equals(Duration.ofDays(raw.toDays())) || raw.toDays() < 1 || raw.toDays() > LONGEST_RETENTION_DAYS) {
            throw new IllegalArgumentException(
                    "hexapolis.retention.raw: '%s' is not in whole days, 1 to %d, such as P400D"
                            .formatted(raw, LONGEST_RETENTION_DAYS));
        }
    }

    @Produces
    @Singleton
    Database database(DataSource source, QuerySettings settings) {
        return limited(source, settings);
    }

    /** Where commands are written and read: the primary, if the other database is a replica; else the same. */
    @Produces
    @Singleton
    @Identifier(CommandDesk.DATABASE)
    Database commands(
            @io.quarkus.agroal.DataSource(CommandDesk.DATABASE) AgroalDataSource source, QuerySettings settings) {
        return limited(source, settings);
    }

    private static Database limited(DataSource source, QuerySettings settings) {
        Duration limit = settings.statementLimit();
        if (limit.compareTo(SHORTEST_LIMIT) < 0 || limit.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException("hexapolis.statement-limit: %s is not from %s to %s"
                    .formatted(limit, SHORTEST_LIMIT, LONGEST_LIMIT));
        }
        return new Database(source, limit);
    }

    @Produces
    @Singleton
    Clock clock(QuerySettings settings) {
        QuerySettings.Clock clock = settings.clock();
        if (clock.start().isEmpty() && clock.epoch().isEmpty() && clock.rate() == 1) {
            return PlatformClock.realTime();
        }
        Instant epoch = clock.epoch().orElseThrow(() -> missing("hexapolis.clock.epoch"));
        Instant start = clock.start().orElseThrow(() -> missing("hexapolis.clock.start"));
        try {
            return PlatformClock.of(epoch, start, clock.rate());
        } catch (IllegalArgumentException notARate) {
            throw new IllegalArgumentException("hexapolis.clock.rate: " + notARate.getMessage(), notARate);
        }
    }

    private static IllegalArgumentException missing(String setting) {
        return new IllegalArgumentException(
                setting + ": is missing; hexapolis.clock needs epoch, start and rate, or none of them");
    }
}
