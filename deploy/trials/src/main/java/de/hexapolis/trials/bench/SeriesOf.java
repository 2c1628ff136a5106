package de.hexapolis.trials.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.IntStream;

/** The ids of a city's series, ascending. */
final class SeriesOf {
    private static final String SQL = "select series_id from series where city_id = ? order by 1";

    private SeriesOf() {}

    static int[] city(Connection connection, String city) throws SQLException {
        IntStream.Builder ids = IntStream.builder();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, city);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
        }
        return ids.build().toArray();
    }
}
