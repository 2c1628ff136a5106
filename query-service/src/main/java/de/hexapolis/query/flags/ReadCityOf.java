package de.hexapolis.query.flags;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statement that tells in which city a series is. Stateless. */
final class ReadCityOf {
    private static final String SQL = "select city_id from series where series_id = ?";

    private ReadCityOf() {}

    /** Empty if there is no such series. */
    static Optional<CityId> series(Connection connection, int series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, series);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new CityId(row.getString("city_id"))) : Optional.empty();
            }
        }
    }
}
