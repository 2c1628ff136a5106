package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The alerts of subjects that are open, or whose episode lasts or ended at an instant or later; locked until the end of
 * the transaction, by their number. What a person asked for by hand is no rule's and not among them. Stateless.
 */
public final class OverlappingAlerts {
    private static final String SQL =
            """
            select alert_id, asset_id, subject, rule_id, edition, state, severity, began_at, ended_at, done_at, order_id,
                case when closed_at is not null then (
                    select case when bool_or(h.to_state = 'withdrawn' and h.from_state is distinct from 'withdrawn')
                        then 'TOOK_BACK' else 'ACTED' end
                    from history h where h.alert_id = a.alert_id and h.command_id is not null
                    having count(*) > 0) end as persons_part
            from alert a
            where subject = any(?) and (closed_at is null or ended_at is null or ended_at >= ?)
                and rule_id not like 'manual-%'
            order by alert_id
            for update of a
            """;

    private OverlappingAlerts() {}

    public static List<StandingAlert> on(Connection connection, Collection<String> subjects, Instant from)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Columns.texts(connection, subjects));
            statement.setObject(2, Columns.of(from));
            try (ResultSet row = statement.executeQuery()) {
                List<StandingAlert> standing = new ArrayList<>();
                while (row.next()) {
                    standing.add(alert(row));
                }
                return standing;
            }
        }
    }

    private static StandingAlert alert(ResultSet row) throws SQLException {
        return new StandingAlert(
                row.getLong("alert_id"),
                Columns.optionalLong(row, "asset_id"),
                row.getString("subject"),
                row.getString("rule_id"),
                row.getString("edition"),
                AlertState.named(row.getString("state")),
                Columns.severity(row, "severity"),
                Columns.instant(row, "began_at"),
                Columns.optionalInstant(row, "ended_at"),
                Columns.optionalInstant(row, "done_at"),
                Columns.optionalLong(row, "order_id"),
                Columns.optionalText(row, "persons_part")
                        .map(PersonsPart::valueOf)
                        .orElse(PersonsPart.NONE));
    }
}
