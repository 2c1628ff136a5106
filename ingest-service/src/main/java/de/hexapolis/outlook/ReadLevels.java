package de.hexapolis.outlook;

import de.hexapolis.forecast.Level;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Good readings of an asset; what is flagged is not good. Stateless. */
final class ReadLevels {
    private static final String SQL =
            """
            select s.channel, o.observed_at, o.value from series s join observation o using (series_id)
            where s.asset_id = ? and s.quantity = ? and o.quality = 0 and o.observed_at > ? and o.observed_at <= ?
            order by s.channel, o.observed_at
            """;

    private ReadLevels() {}

    /** By channel, each by rising time; of two readings of an instant one. */
    static Map<String, List<Level>> run(
            Connection connection, long asset, Quantity quantity, Instant after, Instant until) throws SQLException {
        Map<String, List<Level>> levels = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            statement.setString(2, quantity.wireName());
            statement.setObject(3, SqlTime.of(after));
            statement.setObject(4, SqlTime.of(until));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Level level = new Level(SqlTime.instant(row, "observed_at"), row.getDouble("value"));
                    List<Level> own = levels.computeIfAbsent(row.getString("channel"), channel -> new ArrayList<>());
                    if (own.isEmpty() || own.get(own.size() - 1).at().isBefore(level.at())) {
                        own.add(level);
                    }
                }
            }
        }
        return levels;
    }

    /** Of all channels the one that says most: a bin has one sensor, or one that is read. */
    static List<Level> most(Map<String, List<Level>> levels) {
        return levels.values().stream()
                .reduce((one, other) -> other.size() > one.size() ? other : one)
                .orElse(List.of());
    }
}
