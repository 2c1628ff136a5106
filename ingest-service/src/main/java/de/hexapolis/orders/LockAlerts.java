package de.hexapolis.orders;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Reads alerts and locks them by their number, until the end of the transaction. Stateless. */
final class LockAlerts {
    private static final String SQL =
            """
            select alert_id, city_id, subject, asset_id, district_id, rule_id, edition, work, order_id, began_at, ended_at, opened_at,
                notified_at, acknowledged_at, done_at, due_at, closed_at, state, severity, reopened, reason, assignee,
                evidence
            from alert where alert_id = any(?) order by alert_id for update
            """;
    private static final String OF_ORDER =
            """
            select alert_id, city_id, subject, asset_id, district_id, rule_id, edition, work, order_id, began_at, ended_at, opened_at,
                notified_at, acknowledged_at, done_at, due_at, closed_at, state, severity, reopened, reason, assignee,
                evidence
            from alert where order_id = any(?) order by alert_id for update
            """;

    private LockAlerts() {}

    static Map<Long, Alert> on(Connection connection, Collection<Long> ids) throws SQLException {
        return query(connection, SQL, ids);
    }

    /** Passes over those that somebody else holds. */
    static Map<Long, Alert> free(Connection connection, Collection<Long> ids) throws SQLException {
        return query(connection, SQL + " skip locked", ids);
    }

    /** Those of an order. */
    static Map<Long, Alert> ofOrders(Connection connection, Collection<Long> orders) throws SQLException {
        return query(connection, OF_ORDER, orders);
    }

    private static Map<Long, Alert> query(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, Columns.longs(connection, ids));
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, Alert> alerts = new TreeMap<>();
                while (row.next()) {
                    alerts.put(row.getLong("alert_id"), alert(row));
                }
                return alerts;
            }
        }
    }

    private static Alert alert(ResultSet row) throws SQLException {
        Map<Moment, Instant> moments = new EnumMap<>(Moment.class);
        for (Moment moment : Moment.values()) {
            Columns.optionalInstant(row, moment.column()).ifPresent(at -> moments.put(moment, at));
        }
        return new Alert(
                new Alert.Facts(
                        row.getLong("alert_id"),
                        new CityId(row.getString("city_id")),
                        row.getString("subject"),
                        Columns.optionalLong(row, "asset_id"),
                        Columns.optionalText(row, "district_id"),
                        row.getString("rule_id"),
                        row.getString("edition"),
                        Columns.optionalText(row, "work"),
                        Columns.optionalLong(row, "order_id")),
                moments,
                AlertState.named(row.getString("state")),
                Columns.severity(row, "severity"),
                row.getInt("reopened"),
                Columns.optionalText(row, "reason"),
                Columns.optionalText(row, "assignee"),
                Columns.object(row, "evidence"));
    }
}
