package de.hexapolis.judge;

import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.SeriesOf;
import de.hexapolis.store.PostgresArray;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The series of assets that have readings. Stateless. */
final class ReadSeries {
    private static final String SQL =
            """
            select s.series_id, s.asset_id, s.device_id, s.quantity, s.channel, l.quiet_low, l.quiet_high
            from series s join latest l using (series_id)
            where s.asset_id = any (?)
            order by s.series_id
            """;

    private ReadSeries() {}

    /** By asset. What this program does not know (a newer one has stored it) is left out. */
    static Map<Long, List<SeriesRow>> on(Connection connection, long[] assets) throws SQLException {
        Map<Long, List<SeriesRow>> series = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Optional<Quantity> quantity = Quantity.named(row.getString("quantity"));
                    if (quantity.isPresent()) {
                        series.computeIfAbsent(row.getLong("asset_id"), asset -> new ArrayList<>())
                                .add(series(row, quantity.get()));
                    }
                }
            }
        }
        return series;
    }

    private static SeriesRow series(ResultSet row, Quantity quantity) throws SQLException {
        return new SeriesRow(
                row.getInt("series_id"),
                row.getLong("asset_id"),
                new SeriesOf(row.getLong("device_id"), quantity, new Channel(row.getString("channel"))),
                new Quiet(row.getDouble("quiet_low"), row.getDouble("quiet_high")));
    }
}
