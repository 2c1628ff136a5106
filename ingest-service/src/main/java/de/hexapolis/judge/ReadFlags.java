package de.hexapolis.judge;

import de.hexapolis.rules.FlagSpan;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The flags of series that last, or ended at an instant or later. Stateless. */
final class ReadFlags {
    private static final String SQL =
            """
            select flag_id, series_id, flag, from_at, until_at, set_by <> 'sensor' as is_persons
            from series_flag
            where series_id = any (?) and (until_at is null or until_at >= ?)
            order by series_id, from_at, flag_id
            """;

    private ReadFlags() {}

    /** By series. */
    static Map<Integer, List<StoredFlag>> on(Connection connection, int[] series, Instant since) throws SQLException {
        Map<Integer, List<StoredFlag>> flags = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, series));
            statement.setObject(2, SqlTimes.of(since));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    flags.computeIfAbsent(row.getInt("series_id"), one -> new ArrayList<>())
                            .add(flag(row));
                }
            }
        }
        return flags;
    }

    private static StoredFlag flag(ResultSet row) throws SQLException {
        return new StoredFlag(
                row.getLong("flag_id"),
                row.getInt("series_id"),
                new FlagSpan(
                        row.getString("flag"), SqlTimes.instant(row, "from_at"), SqlTimes.optional(row, "until_at")),
                row.getBoolean("is_persons"));
    }
}
