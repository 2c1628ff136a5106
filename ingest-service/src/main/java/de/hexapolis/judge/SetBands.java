package de.hexapolis.judge;

import de.hexapolis.rules.Quiet;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Sets the bands of series. First it takes their rows, as every writer does, so each reading is either committed by then,
 * and the newest one of a series is answered, or comes later and meets the new band. Stateless.
 */
final class SetBands {
    private static final String LOCK =
            "select series_id, observed_at from latest where series_id = any (?) order by series_id for update";
    private static final String SET =
            """
            update latest l set quiet_low = b.low, quiet_high = b.high
            from unnest(?::integer[], ?::double precision[], ?::double precision[]) as b (series_id, low, high)
            where l.series_id = b.series_id
            """;

    private SetBands() {}

    /** @return when the newest reading of each series was made */
    static Map<Integer, Instant> on(Connection connection, Map<Integer, Quiet> bands) throws SQLException {
        Map<Integer, Instant> newest = new HashMap<>();
        if (bands.isEmpty()) {
            return newest;
        }
        List<Map.Entry<Integer, Quiet>> rows = List.copyOf(new TreeMap<>(bands).entrySet());
        int[] series = rows.stream().mapToInt(Map.Entry::getKey).toArray();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, PostgresArray.of(connection, series));
            try (ResultSet row = lock.executeQuery()) {
                while (row.next()) {
                    newest.put(row.getInt("series_id"), SqlTimes.instant(row, "observed_at"));
                }
            }
        }
        try (PreparedStatement set = connection.prepareStatement(SET)) {
            set.setArray(1, PostgresArray.of(connection, series));
            set.setArray(
                    2,
                    PostgresArray.of(
                            connection,
                            rows.stream()
                                    .mapToDouble(row -> row.getValue().low())
                                    .toArray()));
            set.setArray(
                    3,
                    PostgresArray.of(
                            connection,
                            rows.stream()
                                    .mapToDouble(row -> row.getValue().high())
                                    .toArray()));
            set.executeUpdate();
        }
        return newest;
    }
}
