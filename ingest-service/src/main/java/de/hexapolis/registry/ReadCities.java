package de.hexapolis.registry;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Reads what an installation needs of its city. Stateless. */
final class ReadCities {
    private static final String SQL =
            """
            select city_id, zone, least(coalesce(raw_retention_days, ?), ?)
            from city
            """;

    /** @param rawRetentionDays at most */
    record City(CityId id, ZoneId zone, int rawRetentionDays) {}

    private ReadCities() {}

    static Map<String, City> from(Connection connection, int platformRetentionDays) throws SQLException {
        Map<String, City> cities = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, platformRetentionDays);
            statement.setInt(2, platformRetentionDays);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    cities.put(id, new City(new CityId(id), ZoneId.of(rows.getString(2)), rows.getInt(3)));
                }
            }
        }
        return cities;
    }
}
