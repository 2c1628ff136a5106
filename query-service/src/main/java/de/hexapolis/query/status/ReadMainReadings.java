package de.hexapolis.query.status;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The statement that reads the newest values of what tells how assets are. Stateless. */
final class ReadMainReadings {
    private static final String SQL = Sql.beside(ReadMainReadings.class, "read_main_readings.sql");
    private static final int ROWS_AT_ONCE = 5_000;

    private ReadMainReadings() {}

    static Map<Long, Sensed> run(Connection connection, Collection<Long> assets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Sql.longs(connection, assets));
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                return read(row, assets.size());
            }
        }
    }

    /** By number, because there are tens of thousands of columns. */
    private static Map<Long, Sensed> read(ResultSet row, int assets) throws SQLException {
        Map<Long, Sensed> sensed = new HashMap<>(2 * assets);
        while (row.next()) {
            long asset = row.getLong(1);
            Sensed known = sensed.get(asset);
            if (known == null) {
                known = new Sensed(row.getString(2), plantingYear(row.getString(3)));
                sensed.put(asset, known);
            }
            Reading reading = new Reading(
                    row.getInt(5),
                    row.getString(6),
                    row.getString(7),
                    row.getDouble(8),
                    row.getInt(9),
                    Sql.instant(row, 10),
                    Duration.ofSeconds(row.getInt(11)));
            known.add(reading, row.getBoolean(4));
        }
        return sensed;
    }

    /** Cities write down what they like: what is no year is not known. */
    private static Optional<Integer> plantingYear(@Nullable String text) {
        return text != null && text.matches("[12][0-9]{3}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
