package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Locks the oldest notices that are not spread. Who comes second waits, and then finds them spread: notices are spread in
 * their order, so that a channel never gets the newer of two first. Stateless.
 */
final class ReadUntold {
    /** A replica that freezes while it holds the notices is given up by the server, and another goes on. */
    private static final String IMPATIENT = "set local idle_in_transaction_session_timeout = '10s'";

    private static final String SQL =
            """
            select notice_id, city_id, crew_id, kind, severity, at,
                case when kind = 'channel.test' then (body ->> 'channel')::bigint end as tried
            from notice where not spread order by notice_id limit ? for update
            """;

    private ReadUntold() {}

    static List<Told> on(Connection connection, int atMost) throws SQLException {
        try (PreparedStatement impatient = connection.prepareStatement(IMPATIENT);
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            impatient.execute();
            statement.setInt(1, atMost);
            try (ResultSet row = statement.executeQuery()) {
                List<Told> notices = new ArrayList<>();
                while (row.next()) {
                    notices.add(new Told(
                            row.getLong("notice_id"),
                            row.getString("city_id"),
                            row.getString("crew_id"),
                            row.getString("kind"),
                            Urgency.ofStored(row.getInt("severity")),
                            Rows.instant(row, "at"),
                            Rows.numberIfAny(row, "tried")));
                }
                return notices;
            }
        }
    }
}
