package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Work on a connection, all of it or nothing. Stateless. */
final class Transactions {
    private Transactions() {}

    static <T> T in(DataSource database, Work<T> work) throws SQLException {
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
