package de.hexapolis.orders;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Names of places for people. Stateless. */
final class PlaceNames {
    private static final String DISTRICT =
            """
            select coalesce((select name from district where city_id = c.city_id and district_id = ?), c.name)
            from city c where city_id = ?
            """;
    private static final String ASSET = "select name || ' (' || reference || ')' from asset where asset_id = ?";

    private PlaceNames() {}

    /** The city's where there is no such district. */
    static String district(Connection connection, CityId city, String district) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DISTRICT)) {
            statement.setString(1, district);
            statement.setString(2, city.value());
            return first(statement, city.value());
        }
    }

    static String asset(Connection connection, long asset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASSET)) {
            statement.setLong(1, asset);
            return first(statement, String.valueOf(asset));
        }
    }

    /** What is between the kind of a subject and its city: {@code gateway:a84041ffff000001/fulda}. */
    static String subject(String subject) {
        int city = subject.lastIndexOf('/');
        return subject.substring(subject.indexOf(':') + 1, city < 0 ? subject.length() : city);
    }

    private static String first(PreparedStatement statement, String otherwise) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString(1) : otherwise;
        }
    }
}
