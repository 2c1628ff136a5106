package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;

/** Inserts a message's events; what is there already stays. */
final class InsertEvents {
    private static final String SQL =
            """
            insert into event (device_id, asset_id, observed_at, kind, value) values (?, ?, ?, ?, ?::jsonb)
            on conflict do nothing
            """;

    private InsertEvents() {}

    /** @return how many of each row were new, 0 or 1, in the order of the rows */
    static int[] run(Connection connection, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (EventRow row : rows) {
                statement.setLong(1, row.deviceId());
                statement.setLong(2, row.assetId());
                statement.setObject(3, row.observedAt().atOffset(ZoneOffset.UTC));
                statement.setString(4, row.kind());
                statement.setString(5, row.value());
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }
}
