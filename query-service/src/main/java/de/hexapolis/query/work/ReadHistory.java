package de.hexapolis.query.work;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads what happened to an alert or an order in its order; of long ones the newest. Stateless. */
public final class ReadHistory {
    private static final String SQL =
            """
            select * from (
                select history_id, at, happened_at, action, from_state, to_state, actor, alert_id, order_id, edition, detail
                from history
                where alert_id = ? or order_id = ?
                order by history_id desc
                limit 500) newest
            order by history_id
            """;
    private static final long NONE = -1;

    private ReadHistory() {}

    public static List<HistoryEntry> ofAlert(Connection connection, long alert) throws SQLException {
        return run(connection, alert, NONE);
    }

    public static List<HistoryEntry> ofOrder(Connection connection, long order) throws SQLException {
        return run(connection, NONE, order);
    }

    private static List<HistoryEntry> run(Connection connection, long alert, long order) throws SQLException {
        List<HistoryEntry> history = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, alert);
            statement.setLong(2, order);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    history.add(read(row));
                }
            }
        }
        return history;
    }

    private static HistoryEntry read(ResultSet row) throws SQLException {
        return new HistoryEntry(
                Sql.instant(row, "at"),
                Sql.instant(row, "happened_at"),
                row.getString("action"),
                Optional.ofNullable(row.getString("from_state")),
                Optional.ofNullable(row.getString("to_state")),
                row.getString("actor"),
                Optional.ofNullable(row.getObject("alert_id", Long.class)),
                Optional.ofNullable(row.getObject("order_id", Long.class)),
                Optional.ofNullable(row.getString("edition")),
                Jsonb.tree(row, "detail").orElseThrow());
    }
}
