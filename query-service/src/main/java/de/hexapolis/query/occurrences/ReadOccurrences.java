package de.hexapolis.query.occurrences;

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

/** The statement that reads what happened in the caller's cities, what was told last first. Stateless. */
final class ReadOccurrences {
    private static final NamedSql SQL = NamedSql.beside(ReadOccurrences.class, "read_occurrences.sql");

    private ReadOccurrences() {}

    static List<Occurrence> run(
            Connection connection, OccurrenceQuestion question, Caller caller, long beforeId, int limit)
            throws SQLException {
        Map<String, Object> values = new HashMap<>(question.values());
        values.putAll(caller.sight());
        values.put("before_id", beforeId);
        values.put("limit", limit);
        List<Occurrence> occurrences = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                occurrences.add(read(row));
            }
        }
        return occurrences;
    }

    private static Occurrence read(ResultSet row) throws SQLException {
        return new Occurrence(
                row.getLong("occurrence_id"),
                row.getLong("asset_id"),
                row.getString("city_id"),
                row.getString("kind"),
                Sql.instant(row, "happened_at"),
                row.getString("told_by"),
                Jsonb.tree(row, "detail").orElseThrow(),
                Sql.instantIfAny(row, "corrected_at"),
                row.getBoolean("removed"));
    }
}
