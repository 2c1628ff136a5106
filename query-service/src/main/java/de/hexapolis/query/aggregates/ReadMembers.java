package de.hexapolis.query.aggregates;

import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The series of assets that have readings of some quantities. Stateless. */
final class ReadMembers {
    private static final String SQL =
            """
            select s.series_id, s.asset_id, a.reference, a.name, s.quantity, s.channel, d.expected_interval_seconds,
                l.rolled_until, c.raw_retention_days
            from series s
            join latest l on l.series_id = s.series_id
            join asset a on a.asset_id = s.asset_id
            join city c on c.city_id = a.city_id
            join device d on d.device_id = s.device_id
            where s.asset_id = any (?) and s.quantity = any (?) and (s.channel = any (?) or cardinality(?) = 0)
            order by s.series_id
            """;

    private ReadMembers() {}

    /**
     * @param retention how long observations are kept, unless a city keeps them for less
     */
    static List<Member> run(
            Connection connection, List<SelectedAsset> assets, AggregateQuery query, Instant now, Duration retention)
            throws SQLException {
        Map<Long, SelectedAsset> byId =
                assets.stream().collect(Collectors.toMap(SelectedAsset::id, Function.identity()));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1, connection.createArrayOf("bigint", byId.keySet().toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text",
                            query.quantities().stream().map(Quantity::wireName).toArray()));
            statement.setArray(
                    3, connection.createArrayOf("text", query.channels().toArray()));
            statement.setArray(
                    4, connection.createArrayOf("text", query.channels().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                List<Member> members = new ArrayList<>();
                while (row.next()) {
                    int days = row.getInt("raw_retention_days");
                    Duration kept = row.wasNull() || retention.toDays() < days ? retention : Duration.ofDays(days);
                    members.add(member(row, byId, now.minus(kept)));
                }
                return members;
            }
        }
    }

    private static Member member(ResultSet row, Map<Long, SelectedAsset> assets, Instant keptSince)
            throws SQLException {
        SelectedAsset asset = assets.get(row.getLong("asset_id"));
        if (asset == null) {
            throw new IllegalStateException("not an asset that was asked for: " + row.getLong("asset_id"));
        }
        String quantity = row.getString("quantity");
        return new Member(
                row.getInt("series_id"),
                asset,
                row.getString("reference"),
                row.getString("name"),
                Quantity.named(quantity).orElseThrow(() -> new IllegalStateException("not a quantity: " + quantity)),
                row.getString("channel"),
                Duration.ofSeconds(row.getInt("expected_interval_seconds")),
                Sql.instant(row, "rolled_until"),
                keptSince);
    }
}
