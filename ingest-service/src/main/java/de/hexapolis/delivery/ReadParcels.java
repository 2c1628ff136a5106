package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** What of a channel is due, oldest first. Stateless. */
final class ReadParcels {
    private static final String SQL =
            """
            select d.delivery_id, d.not_before, d.give_up_at, d.attempts, n.notice_id, n.id, n.kind, n.city_id, n.alert_id,
                n.order_id, n.severity, n.at, n.body
            from delivery d join notice n using (notice_id)
            where d.channel_id = ? and d.state = 'waiting' and d.not_before <= ?
            order by d.notice_id limit ?
            """;

    private ReadParcels() {}

    static List<Parcel> on(Connection connection, long channel, Instant now, int atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, channel);
            statement.setObject(2, Rows.utc(now));
            statement.setInt(3, atMost);
            try (ResultSet row = statement.executeQuery()) {
                List<Parcel> parcels = new ArrayList<>();
                while (row.next()) {
                    parcels.add(parcel(row));
                }
                return parcels;
            }
        }
    }

    private static Parcel parcel(ResultSet row) throws SQLException {
        return new Parcel(
                row.getLong("delivery_id"),
                row.getLong("notice_id"),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("city_id"),
                Rows.numberIfAny(row, "alert_id"),
                Rows.numberIfAny(row, "order_id"),
                Urgency.ofStored(row.getInt("severity")),
                Rows.instant(row, "at"),
                Rows.json(row, "body"),
                Rows.instant(row, "not_before"),
                Rows.instant(row, "give_up_at"),
                row.getInt("attempts"));
    }
}
