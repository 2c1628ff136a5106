package de.hexapolis.query.assets;

import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.status.QualityWord;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads the newest reading of each series of an asset. Stateless. */
final class ReadLatest {
    private static final String SQL =
            """
            select s.series_id, s.quantity, s.channel, d.device_key, l.value, l.quality, l.observed_at
            from series s
            join latest l on l.series_id = s.series_id
            join device d on d.device_id = s.device_id
            where s.asset_id = ?
            order by s.quantity, s.channel, l.observed_at desc
            """;

    private ReadLatest() {}

    /** @param withDevices whether the caller may see which devices there are */
    static List<LatestReading> run(Connection connection, long asset, boolean withDevices, Instant now)
            throws SQLException {
        List<LatestReading> latest = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String quantity = row.getString("quantity");
                    Instant observedAt = Sql.instant(row, "observed_at");
                    latest.add(new LatestReading(
                            row.getInt("series_id"),
                            quantity,
                            Optional.of(row.getString("channel")).filter(channel -> !channel.isEmpty()),
                            Optional.of(row.getString("device_key")).filter(key -> withDevices),
                            row.getDouble("value"),
                            Quantity.named(quantity).map(known -> known.unit().symbol()),
                            QualityWord.of(row.getInt("quality")),
                            observedAt,
                            Math.max(0, Duration.between(observedAt, now).toSeconds())));
                }
            }
        }
        return latest;
    }
}
