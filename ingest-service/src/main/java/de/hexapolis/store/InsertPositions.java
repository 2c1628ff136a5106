package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;

/** Inserts position fixes; what is there already stays. */
final class InsertPositions {
    private static final String SQL =
            """
            insert into position_fix (device_id, asset_id, observed_at, longitude, latitude, accuracy_m)
            values (?, ?, ?, ?, ?, ?)
            on conflict do nothing
            """;

    private InsertPositions() {}

    /** @return how many of each row were new, 0 or 1, in the order of the rows */
    static int[] run(Connection connection, List<PositionRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (PositionRow row : rows) {
                statement.setLong(1, row.deviceId());
                statement.setLong(2, row.assetId());
                statement.setObject(3, row.observedAt().atOffset(ZoneOffset.UTC));
                statement.setDouble(4, row.longitude());
                statement.setDouble(5, row.latitude());
                if (row.accuracyMetres().isPresent()) {
                    statement.setDouble(6, row.accuracyMetres().getAsDouble());
                } else {
                    statement.setNull(6, Types.DOUBLE);
                }
                statement.addBatch();
            }
            return statement.executeBatch();
        }
    }
}
