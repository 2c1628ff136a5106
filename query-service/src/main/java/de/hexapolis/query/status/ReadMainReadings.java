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

/** The statement that reads the newest values of the assets' main quantities. Stateless. */
final class ReadMainReadings {
    private static final String SQL =
            """
            select s.asset_id, a.kind, s.quantity, s.channel, l.value, l.quality, l.observed_at,
                d.expected_interval_seconds
            from asset a
            join asset_kind k on k.kind = a.kind
            join series s on s.asset_id = a.asset_id and s.quantity = k.main_quantity
            join latest l on l.series_id = s.series_id
            join device d on d.device_id = s.device_id
            where a.asset_id = any (?)
            """;

    private ReadMainReadings() {}

    /** @param byChannel the newest reading of each channel, whichever device it came from */
    record OfAsset(String kind, Map<String, Reading> byChannel) {}

    static Map<Long, OfAsset> run(Connection connection, Collection<Long> assets) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("bigint", assets.toArray()));
            statement.setFetchSize(2_000);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static Map<Long, OfAsset> read(ResultSet rows) throws SQLException {
        Map<Long, OfAsset> assets = new HashMap<>();
        while (rows.next()) {
            String kind = rows.getString("kind");
            Reading reading = new Reading(
                    rows.getString("quantity"),
                    rows.getString("channel"),
                    rows.getDouble("value"),
                    rows.getInt("quality"),
                    Sql.instant(rows, "observed_at"),
                    Duration.ofSeconds(rows.getInt("expected_interval_seconds")));
            assets.computeIfAbsent(rows.getLong("asset_id"), id -> new OfAsset(kind, new HashMap<>()))
                    .byChannel()
                    .merge(reading.channel(), reading, ReadMainReadings::newer);
        }
        return assets;
    }

    private static Reading newer(Reading one, Reading other) {
        return one.observedAt().isBefore(other.observedAt()) ? other : one;
    }
}
