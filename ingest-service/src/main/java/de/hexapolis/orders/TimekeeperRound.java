package de.hexapolis.orders;

import de.hexapolis.threads.DatabaseTrouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * One look at the timers: those that are due are done in one transaction; where that fails, one by one, and the one at
 * fault is put off. Thread-safe.
 */
final class TimekeeperRound {
    private static final Logger LOG = Logger.getLogger(TimekeeperRound.class);
    private static final int MOST = 64;
    private static final Duration PUT_OFF = Duration.ofMinutes(10);

    private final DataSource database;

    TimekeeperRound(DataSource database) {
        this.database = database;
    }

    /** How many timers were done. */
    int run(Instant now) throws SQLException {
        List<DueTimers.Due> due = inTransaction(connection -> DueTimers.read(connection, now, MOST));
        if (due.isEmpty()) {
            return 0;
        }
        try {
            return inTransaction(connection -> FireTimers.on(connection, due, now));
        } catch (SQLException | RuntimeException failure) {
            if (DatabaseTrouble.mayPass(failure)) {
                throw failure;
            }
            return oneByOne(due, now);
        }
    }

    private int oneByOne(List<DueTimers.Due> due, Instant now) throws SQLException {
        int done = 0;
        for (DueTimers.Due timer : due) {
            try {
                done += inTransaction(connection -> FireTimers.on(connection, List.of(timer), now));
            } catch (SQLException | RuntimeException failure) {
                if (DatabaseTrouble.mayPass(failure)) {
                    throw failure;
                }
                LOG.errorf(
                        failure,
                        "timer %s of %d failed; it is put off",
                        timer.kind().wireName(),
                        timer.about());
                inTransaction(connection -> {
                    DueTimers.postpone(connection, timer, now.plus(PUT_OFF));
                    return timer;
                });
            }
        }
        return done;
    }

    <T> T inTransaction(Work<T> work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                T answer = work.on(connection);
                connection.commit();
                return answer;
            } catch (SQLException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }

    /** Something done in a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }
}
