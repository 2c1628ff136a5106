package de.hexapolis.judge;

import de.hexapolis.rules.Outlook;
import de.hexapolis.store.PostgresArray;
import de.hexapolis.telemetry.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The newest forecasts of assets. Stateless. */
final class ReadOutlooks {
    private static final String SQL =
            """
            select asset_id, kind, channel, by_round, p10, p50, p90, carried_from, made_at from forecast
            where asset_id = any (?)
            order by asset_id, kind, channel
            """;

    private ReadOutlooks() {}

    /** By asset. */
    static Map<Long, List<Outlook>> on(Connection connection, long[] assets) throws SQLException {
        Map<Long, List<Outlook>> outlooks = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    outlooks.computeIfAbsent(row.getLong("asset_id"), asset -> new ArrayList<>())
                            .add(outlook(row));
                }
            }
        }
        return outlooks;
    }

    private static Outlook outlook(ResultSet row) throws SQLException {
        double byRound = row.getDouble("by_round");
        return new Outlook(
                row.getString("kind"),
                new Channel(row.getString("channel")),
                row.wasNull() ? Optional.empty() : Optional.of(byRound),
                SqlTimes.optional(row, "p10"),
                SqlTimes.optional(row, "p50"),
                SqlTimes.optional(row, "p90"),
                row.getInt("carried_from") > 0,
                SqlTimes.instant(row, "made_at"));
    }
}
