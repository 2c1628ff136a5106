package de.hexapolis.pulse;

import de.hexapolis.telemetry.PlatformClock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** Writes down what was heard, and that the platform runs; in a transaction of its own. One thread. */
final class WritePulse {
    /** For so long nobody doubts that the platform runs, though nobody notes it. */
    private static final Duration UNDOUBTED = Duration.ofMinutes(5);
    /** Real time: where a simulated week passes in minutes, five minutes pass between two notes. */
    private static final Duration UNDOUBTED_REAL = Duration.ofSeconds(30);

    private final DataSource database;
    private final PlatformClock clock;
    private final Heard heard;

    WritePulse(DataSource database, PlatformClock clock, Heard heard) {
        this.database = database;
        this.clock = clock;
        this.heard = heard;
    }

    /** @throws SQLException if the database is away: what was heard is kept for the next time */
    void once() throws SQLException {
        Heard.Since since = heard.take();
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                write(connection, since);
                connection.commit();
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException | RuntimeException | Error failure) {
            heard.putBack(since);
            throw failure;
        }
    }

    private void write(Connection connection, Heard.Since since) throws SQLException {
        Instant now = clock.instant();
        Duration real = clock.platformDuration(UNDOUBTED_REAL);
        OwnOutage.note(connection, now, now.plus(real.compareTo(UNDOUBTED) > 0 ? real : UNDOUBTED));
        UpsertPulse.on(connection, since.subjects());
        UpsertRoutes.on(connection, since.routes());
    }
}
