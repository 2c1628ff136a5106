package de.hexapolis.query.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.alerts.AlertWithHistory.Since;
import de.hexapolis.query.alerts.AlertWithHistory.Told;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statements that read what belongs to an alert besides itself. Stateless. */
final class ReadAround {
    private static final String DOCUMENTS =
            """
            select l.evidence, e.document from alert l join rule_edition e on e.edition = l.edition where l.alert_id = ?
            """;
    private static final String OCCURRENCES =
            """
            select o.occurrence_id, o.kind, o.happened_at, o.told_by
            from alert l join occurrence o on o.asset_id = l.asset_id and o.happened_at >= l.began_at
            where l.alert_id = ? and not o.removed
            order by o.happened_at, o.occurrence_id
            limit 100
            """;
    private static final String DELIVERIES =
            """
            select n.kind as notice, c.kind, c.name, d.state, d.attempts, d.delivered_at, d.last_error
            from notice n
                join delivery d on d.notice_id = n.notice_id
                join channel c on c.channel_id = d.channel_id
            where n.alert_id = ?
            order by d.delivery_id desc
            limit 100
            """;

    private ReadAround() {}

    /** What an alert rests on. */
    record Documents(JsonNode evidence, JsonNode rule) {}

    static Documents documents(Connection connection, long alert) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DOCUMENTS)) {
            statement.setLong(1, alert);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Documents(
                        Jsonb.tree(row, "evidence").orElseThrow(),
                        Jsonb.tree(row, "document").orElseThrow());
            }
        }
    }

    static List<Since> occurrences(Connection connection, long alert) throws SQLException {
        List<Since> occurrences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(OCCURRENCES)) {
            statement.setLong(1, alert);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    occurrences.add(new Since(
                            row.getLong("occurrence_id"),
                            row.getString("kind"),
                            Sql.instant(row, "happened_at"),
                            row.getString("told_by")));
                }
            }
        }
        return occurrences;
    }

    static List<Told> deliveries(Connection connection, long alert) throws SQLException {
        List<Told> deliveries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DELIVERIES)) {
            statement.setLong(1, alert);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    deliveries.add(new Told(
                            row.getString("notice"),
                            row.getString("kind"),
                            row.getString("name"),
                            row.getString("state"),
                            row.getInt("attempts"),
                            Sql.instantIfAny(row, "delivered_at"),
                            Optional.ofNullable(row.getString("last_error"))));
                }
            }
        }
        return deliveries;
    }
}
