package de.hexapolis.query;

import de.hexapolis.query.sql.Database;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The few objects that all features share. */
final class Wiring {
    private static final Logger LOG = Logger.getLogger(Wiring.class);

    /** Makes wrong settings stop the start instead of the first request. */
    void check(@Observes StartupEvent start, Database database, Clock clock) {
        LOG.debugf("the clock shows %s", clock.instant());
    }

    @Produces
    @Singleton
    Database database(DataSource source, QuerySettings settings) {
        return new Database(source, settings.statementLimit());
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
        return PlatformClock.of(epoch, start, clock.rate());
    }

    private static IllegalStateException missing(String setting) {
        return new IllegalStateException(
                setting + " is missing: hexapolis.clock needs epoch, start and rate, or none of them");
    }
}
