package de.hexapolis.judge;

import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The occurrences of assets in the last quarter of a year before what is judged anew, and since. Stateless. */
final class ReadOccurrences {
    private static final String SQL =
            """
            select o.occurrence_id, o.asset_id, o.kind, o.happened_at, o.removed,
                o.told_by = 'person' or o.corrected_by is not null as is_persons
            from unnest(?::bigint[], ?::timestamptz[]) as a (asset_id, from_at)
            join occurrence o on o.asset_id = a.asset_id and o.happened_at >= a.from_at - interval '90 days'
            order by o.asset_id, o.happened_at, o.occurrence_id
            """;

    private ReadOccurrences() {}

    /** By asset, by rising time. */
    static Map<Long, List<StoredOccurrence>> on(Connection connection, List<Claim> claims) throws SQLException {
        Map<Long, List<StoredOccurrence>> occurrences = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            claims.stream().mapToLong(Claim::assetId).toArray()));
            statement.setArray(
                    2,
                    SqlTimes.array(connection, claims.stream().map(Claim::from).toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    occurrences
                            .computeIfAbsent(row.getLong("asset_id"), asset -> new ArrayList<>())
                            .add(occurrence(row));
                }
            }
        }
        return occurrences;
    }

    private static StoredOccurrence occurrence(ResultSet row) throws SQLException {
        return new StoredOccurrence(
                row.getLong("occurrence_id"),
                row.getLong("asset_id"),
                row.getString("kind"),
                SqlTimes.instant(row, "happened_at"),
                row.getBoolean("is_persons"),
                row.getBoolean("removed"));
    }
}
