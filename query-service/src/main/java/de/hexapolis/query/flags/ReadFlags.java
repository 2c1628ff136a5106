package de.hexapolis.query.flags;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement that reads flags in the caller's cities, the newest first. Stateless. */
final class ReadFlags {
    private static final NamedSql SQL = NamedSql.beside(ReadFlags.class, "read_flags.sql");

    private ReadFlags() {}

    static List<Flag> run(Connection connection, FlagQuestion question, Caller caller, long beforeId, int limit)
            throws SQLException {
        Map<String, Object> values = new HashMap<>(question.values());
        values.putAll(caller.sight());
        values.put("before_id", beforeId);
        values.put("limit", limit);
        List<Flag> flags = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                flags.add(read(row));
            }
        }
        return flags;
    }

    private static Flag read(ResultSet row) throws SQLException {
        return new Flag(
                row.getLong("flag_id"),
                row.getInt("series_id"),
                row.getLong("asset_id"),
                row.getString("city_id"),
                row.getString("quantity"),
                Optional.of(row.getString("channel")).filter(channel -> !channel.isEmpty()),
                row.getString("flag"),
                Sql.instant(row, "from_at"),
                Sql.instantIfAny(row, "until_at"),
                Jsonb.tree(row, "detail").orElseThrow(),
                row.getString("set_by"));
    }
}
