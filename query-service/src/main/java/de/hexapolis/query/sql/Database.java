package de.hexapolis.query.sql;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.problem.Unavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * The database as the statement classes see it. Thread-safe. A statement that takes longer than the limit ends with
 * the problem {@code too-slow}; a database that is away, or takes no work now, with {@link Unavailable}.
 *
 * <p>What is read for one answer is sorted and hashed in memory. Plans are made for the values at hand, because filters
 * that nobody asked for fall away only then; they are not compiled, which takes longer than running them.
 */
public final class Database {
    private static final String BEGIN =
            """
            set transaction isolation level repeatable read, read only;
            set local statement_timeout = %d; set local work_mem = '64MB'; set local jit = off;
            set local plan_cache_mode = %s""";

    private static final String READ_ONLY_SQL_TRANSACTION = "25006";

    private final DataSource source;
    private final String beginReading;
    private final String beginReadingOne;
    private final Duration limit;

    public Database(DataSource source, Duration limit) {
        this.source = source;
        this.limit = limit;
        this.beginReading = BEGIN.formatted(limit.toMillis(), "force_custom_plan");
        this.beginReadingOne = BEGIN.formatted(limit.toMillis(), "auto");
    }

    /** What statements do with a connection. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Reads in one transaction that sees one state of the database, however many statements it runs. */
    public <T> T read(Work<T> work) {
        return read(beginReading, work);
    }

    /** The same of one thing by its key: to make a plan takes longer than to run it, so plans may be kept. */
    public <T> T readOne(Work<T> work) {
        return read(beginReadingOne, work);
    }

    private <T> T read(String beginning, Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement begin = connection.createStatement()) {
                begin.execute(beginning);
                return work.with(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException trouble) {
            throw translated(trouble);
        }
    }

    /** Runs statements that each commit by themselves. A replica, which takes none, is {@link Unavailable}. */
    public <T> T write(Work<T> work) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(true);
            return work.with(connection);
        } catch (SQLException trouble) {
            if (READ_ONLY_SQL_TRANSACTION.equals(trouble.getSQLState())) {
                throw new Unavailable(
                        "the database for commands takes no writes; is it a replica?"
                                + " (quarkus.datasource.commands.jdbc.url)",
                        trouble);
            }
            throw translated(trouble);
        }
    }

    private RuntimeException translated(SQLException trouble) {
        String state = trouble.getSQLState() == null ? "" : trouble.getSQLState();
        if (state.equals("57014")) {
            return Trouble.TOO_SLOW.problem(
                    "the database took longer than %d s; ask for fewer assets, a shorter time or longer buckets"
                            .formatted(limit.toSeconds()));
        }
        // 08 connection, 40 given up for another transaction (on a replica: for the primary's changes), 53 out of
        // resources, 57P0x shutting down or starting; none: the pool waited in vain
        boolean away = state.isEmpty()
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57P");
        return away
                ? new Unavailable("the database takes no work: " + trouble.getMessage(), trouble)
                : new IllegalStateException("a statement failed: " + trouble.getMessage(), trouble);
    }
}
