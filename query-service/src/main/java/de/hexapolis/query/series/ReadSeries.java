package de.hexapolis.query.series;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads series of assets which the caller may see: those of an asset, or one. Stateless. */
final class ReadSeries {
    private static final String SQL =
            """
            with asked (asset_id, series_id, sees_all, staffed) as (
                values (?::bigint, ?::integer, ?::boolean, ?::text[])
            )
            select s.series_id, s.asset_id, s.city_id, s.quantity, s.channel, s.derived, d.device_key, l.observed_at
            from asked q
            join series s on s.asset_id = q.asset_id or s.series_id = q.series_id
            join asset a on a.asset_id = s.asset_id
            join city c on c.city_id = a.city_id
            join device d on d.device_id = s.device_id
            left join latest l on l.series_id = s.series_id
            where a.open and c.open or q.sees_all or a.city_id = any (q.staffed)
            order by s.quantity, s.channel, s.series_id
            """;

    private ReadSeries() {}

    static List<Series> ofAsset(Connection connection, Caller caller, long asset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            statement.setObject(2, null);
            return run(connection, statement, caller);
        }
    }

    static Optional<Series> one(Connection connection, Caller caller, int series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, null);
            statement.setInt(2, series);
            return run(connection, statement, caller).stream().findFirst();
        }
    }

    private static List<Series> run(Connection connection, PreparedStatement statement, Caller caller)
            throws SQLException {
        statement.setBoolean(3, caller.isOperator());
        statement.setArray(4, connection.createArrayOf("text", caller.staffedCities()));
        List<Series> series = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                CityId city = new CityId(row.getString("city_id"));
                String quantity = row.getString("quantity");
                series.add(new Series(
                        row.getInt("series_id"),
                        row.getLong("asset_id"),
                        city,
                        quantity,
                        Quantity.named(quantity).map(known -> known.unit().symbol()),
                        Optional.of(row.getString("channel")).filter(channel -> !channel.isEmpty()),
                        Optional.of(row.getString("device_key")).filter(key -> caller.isStaffOf(city)),
                        row.getBoolean("derived"),
                        Sql.instantIfAny(row, "observed_at")));
            }
        }
        return series;
    }
}
