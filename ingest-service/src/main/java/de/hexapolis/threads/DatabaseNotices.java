package de.hexapolis.threads;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Waits for notices on a channel of PostgreSQL, on a connection of its own that lasts until it is lost. One thread; a pool
 * lends the connection for good.
 */
public final class DatabaseNotices implements AutoCloseable {
    private final DataSource database;
    private final String listen;
    private @Nullable Connection listening;

    /** @param channel a word in SQL */
    public DatabaseNotices(DataSource database, String channel) {
        this.database = database;
        this.listen = "listen " + channel;
    }

    /** Returns when a notice comes, at the latest after so many milliseconds. */
    public void await(int milliseconds) throws SQLException {
        Connection connection = listening;
        if (connection == null) {
            connection = listen();
        }
        try {
            connection.unwrap(PGConnection.class).getNotifications(milliseconds);
        } catch (SQLException lost) {
            close();
            throw lost;
        }
    }

    private Connection listen() throws SQLException {
        Connection connection = database.getConnection();
        listening = connection;
        try (Statement statement = connection.createStatement()) {
            statement.execute(listen);
            return connection;
        } catch (SQLException failure) {
            close();
            throw failure;
        }
    }

    @Override
    public void close() {
        Connection connection = listening;
        listening = null;
        if (connection != null) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                statement.execute("unlisten *");
            } catch (SQLException alreadyLost) {
                // closed by try, which is all that is wanted
            }
        }
    }
}
