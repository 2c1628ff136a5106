package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Severity;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Inserts an alert and answers its number. Whoever loses a race for the same subject and rule gets SQLSTATE 23505.
 * Stateless.
 */
final class InsertAlert {
    /** @param ended an episode that is over already is told and closed in one go */
    record Row(
            CityId city,
            String subject,
            Optional<Long> assetId,
            Optional<String> district,
            String ruleId,
            String edition,
            Optional<String> work,
            Severity severity,
            Instant began,
            Optional<Instant> ended,
            Optional<Instant> due,
            Optional<Long> orderId,
            ObjectNode evidence) {
        AlertState state() {
            return ended.isPresent() ? AlertState.VERIFIED : AlertState.OPEN;
        }
    }

    private static final String SQL =
            """
            insert into alert (city_id, subject, asset_id, district_id, rule_id, edition, work, severity, state, began_at,
                ended_at, opened_at, due_at, closed_at, order_id, evidence, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            returning alert_id
            """;

    private InsertAlert() {}

    static long on(Connection connection, Row alert, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setString(1, alert.city().value());
            insert.setString(2, alert.subject());
            insert.setObject(3, alert.assetId().orElse(null));
            insert.setString(4, alert.district().orElse(null));
            insert.setString(5, alert.ruleId());
            insert.setString(6, alert.edition());
            insert.setString(7, alert.work().orElse(null));
            insert.setInt(8, Columns.of(alert.severity()));
            insert.setString(9, alert.state().wireName());
            insert.setObject(10, Columns.of(alert.began()));
            insert.setObject(11, Columns.of(alert.ended()));
            insert.setObject(12, Columns.of(now));
            insert.setObject(13, Columns.of(alert.due()));
            insert.setObject(14, Columns.of(alert.ended().map(ended -> now)));
            insert.setObject(15, alert.orderId().orElse(null));
            insert.setString(16, Columns.of(alert.evidence()));
            insert.setObject(17, Columns.of(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
