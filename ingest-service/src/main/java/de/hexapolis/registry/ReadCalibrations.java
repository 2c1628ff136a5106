package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads all calibrations, by installation and time. Stateless. */
final class ReadCalibrations {
    private static final String SQL =
            """
            select installation_id, valid_from, distance_empty_mm, distance_full_mm
            from calibration
            order by installation_id, valid_from
            """;

    private ReadCalibrations() {}

    static Map<Long, List<Calibration>> from(Connection connection) throws SQLException {
        Map<Long, List<Calibration>> calibrations = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setFetchSize(RegistryLoader.FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    calibrations
                            .computeIfAbsent(rows.getLong(1), id -> new ArrayList<>(1))
                            .add(new Calibration(
                                    rows.getObject(2, OffsetDateTime.class).toInstant(),
                                    rows.getDouble(3),
                                    rows.getDouble(4)));
                }
            }
        }
        return calibrations;
    }
}
