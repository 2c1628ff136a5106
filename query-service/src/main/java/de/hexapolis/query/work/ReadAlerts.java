package de.hexapolis.query.work;

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

/** The statement that reads alerts that the caller may see, the newest first. Stateless. */
public final class ReadAlerts {
    private static final NamedSql SQL = NamedSql.beside(ReadAlerts.class, "read_alerts.sql");

    private ReadAlerts() {}

    public static List<Alert> run(
            Connection connection, AlertQuestion question, Caller caller, long beforeId, int limit)
            throws SQLException {
        Map<String, Object> values = new HashMap<>(question.values());
        values.putAll(caller.sight());
        values.put("before_id", beforeId);
        values.put("limit", limit);
        List<Alert> alerts = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                alerts.add(read(row));
            }
        }
        return alerts;
    }

    /** One that the caller may see. */
    public static Optional<Alert> one(Connection connection, long id, Caller caller) throws SQLException {
        return run(connection, AlertQuestion.one(id), caller, Long.MAX_VALUE, 1).stream()
                .findFirst();
    }

    private static Alert read(ResultSet row) throws SQLException {
        String rule = row.getString("rule_id");
        return new Alert(
                row.getLong("alert_id"),
                row.getString("city_id"),
                rule,
                row.getString("edition"),
                Jsonb.tree(row, "title").flatMap(Title::of).orElseGet(() -> new Title(rule, rule)),
                Severity.of(row.getInt("severity")).wireName(),
                row.getString("state"),
                row.getString("subject"),
                asset(row),
                Optional.ofNullable(row.getString("work")),
                Optional.ofNullable(row.getObject("order_id", Long.class)),
                Sql.instant(row, "began_at"),
                Sql.instantIfAny(row, "ended_at"),
                Sql.instant(row, "opened_at"),
                Sql.instantIfAny(row, "notified_at"),
                Sql.instantIfAny(row, "acknowledged_at"),
                Sql.instantIfAny(row, "done_at"),
                Sql.instantIfAny(row, "due_at"),
                Sql.instantIfAny(row, "closed_at"),
                row.getInt("reopened"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("assignee")),
                members(row),
                Jsonb.tree(row, "evidence").orElseThrow().path("why"));
    }

    private static Optional<Members> members(ResultSet row) throws SQLException {
        long held = row.getLong("members_held");
        return Optional.ofNullable(row.getObject("members", Long.class)).map(count -> new Members(count, held));
    }

    private static Optional<AssetOfWork> asset(ResultSet row) throws SQLException {
        Long id = row.getObject("asset_id", Long.class);
        return id == null
                ? Optional.empty()
                : Optional.of(new AssetOfWork(
                        id,
                        row.getString("reference"),
                        row.getString("name"),
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("district_id")),
                        row.getDouble("longitude"),
                        row.getDouble("latitude")));
    }
}
