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
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The series of assets that have readings of some quantities. Stateless. */
final class ReadMembers {
    private static final String SQL =
            """
            select s.series_id, s.asset_id, s.quantity, s.channel, d.expected_interval_seconds, l.rolled_until,
                c.raw_retention_days, c.raw_from
            from series s
            join latest l on l.series_id = s.series_id
            join city c on c.city_id = s.city_id
            join device d on d.device_id = s.device_id
            where s.asset_id = any (?) and s.quantity = any (?) and (cardinality(?) = 0 or s.channel = any (?))
            order by s.series_id
            """;

    private static final int ROWS_AT_ONCE = 5_000;

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
            statement.setFetchSize(ROWS_AT_ONCE);
            statement.setArray(1, Sql.longs(connection, byId.keySet()));
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
                    int days = row.getInt(7);
                    Duration kept = row.wasNull() || retention.toDays() < days ? retention : Duration.ofDays(days);
                    members.add(member(row, byId, keptSince(now.minus(kept), row.getObject(8, OffsetDateTime.class))));
                }
                return members;
            }
        }
    }

    /** @param from what is older was deleted, before the city kept it for as long as now */
    private static Instant keptSince(Instant kept, @Nullable OffsetDateTime from) {
        return from == null || from.toInstant().isBefore(kept) ? kept : from.toInstant();
    }

    private static Member member(ResultSet row, Map<Long, SelectedAsset> assets, Instant keptSince)
            throws SQLException {
        SelectedAsset asset = assets.get(row.getLong(2));
        if (asset == null) {
            throw new IllegalStateException("not an asset that was asked for: " + row.getLong(2));
        }
        String quantity = row.getString(3);
        return new Member(
                row.getInt(1),
                asset,
                Quantity.named(quantity).orElseThrow(() -> new IllegalStateException("not a quantity: " + quantity)),
                row.getString(4),
                Duration.ofSeconds(row.getInt(5)),
                Sql.instant(row, 6),
                keptSince);
    }
}
