package de.hexapolis.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Statements that take so many rows at a time and commit each, so that nobody waits for them long. Stateless. */
final class Batches {
    private Batches() {}

    /** @param sql with one parameter, an instant; changes at most a batch of rows, and those not again */
    static void untilNoneIsLeft(Connection connection, String sql, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            while (statement.executeUpdate() > 0) {
                // the next batch
            }
        }
    }
}
