package de.hexapolis.judge;

import de.hexapolis.orders.AlertChange;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What persons asked for by hand, no rule having spoken, and what readings now say has been done: an emptying settles
 * emptying, a watering or rain settles watering. Stateless.
 */
final class SettledOrders {
    private static final String SQL =
            """
            select a.alert_id, min(o.happened_at) as happened_at
            from unnest(?::bigint[], ?::text[], ?::timestamptz[]) as o (asset_id, work, happened_at)
            join alert a on a.asset_id = o.asset_id and a.work = o.work and a.opened_at <= o.happened_at
            where a.closed_at is null and a.rule_id like 'manual-%'
            group by a.alert_id order by a.alert_id
            """;

    private SettledOrders() {}

    static List<AlertChange> by(Connection connection, Map<AssetFacts, OccurrenceChanges> changes) throws SQLException {
        List<Long> assets = new ArrayList<>();
        List<SensedOccurrence> told = new ArrayList<>();
        changes.forEach((asset, one) -> one.happened().forEach(occurrence -> {
            assets.add(asset.id());
            told.add(occurrence);
        }));
        List<AlertChange> settled = new ArrayList<>();
        if (told.isEmpty()) {
            return settled;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            assets.stream().mapToLong(Long::longValue).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", told.stream().map(SettledOrders::work).toArray()));
            statement.setArray(
                    3,
                    SqlTimes.array(
                            connection, told.stream().map(SensedOccurrence::at).toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    settled.add(AlertChange.settled(row.getLong("alert_id"), SqlTimes.instant(row, "happened_at")));
                }
            }
        }
        return settled;
    }

    private static String work(SensedOccurrence told) {
        return told.kind().equals("emptying") ? "empty" : "water";
    }
}
