package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * What of a channel is due: tests, for somebody waits for them, then the others, oldest first. Of what goes to programs
 * nothing overtakes an older word of the same subject that waits for another attempt, for the last one to arrive is what
 * they believe. Stateless.
 */
final class ReadParcels {
    private static final String SQL =
            """
            with test as (
                select d.delivery_id from notice n join delivery d using (notice_id)
                where n.kind = 'channel.test' and n.body ->> 'channel' = ?::text
                    and d.channel_id = ? and d.state = 'waiting' and d.not_before <= ?),
            oldest as (
                select d.delivery_id from delivery d join notice n using (notice_id)
                where d.channel_id = ? and d.state = 'waiting' and d.not_before <= ?
                    and not (? and exists (
                        select from delivery older join notice o on o.notice_id = older.notice_id
                        where older.channel_id = d.channel_id and older.state = 'waiting' and older.not_before > ?
                            and older.notice_id < d.notice_id and split_part(o.kind, '.', 1) = split_part(n.kind, '.', 1)
                            and case when n.kind like 'alert.%' then o.alert_id = n.alert_id
                                when n.kind like 'order.%' then o.order_id = n.order_id else false end))
                order by d.notice_id limit ?)
            select d.delivery_id, d.not_before, d.give_up_at, d.attempts, n.notice_id, n.id, n.kind, n.city_id, n.alert_id,
                n.order_id, n.severity, n.at, n.body
            from (select delivery_id from test union select delivery_id from oldest) due
            join delivery d using (delivery_id) join notice n using (notice_id)
            order by n.kind = 'channel.test' desc, d.notice_id limit ?
            """;

    private ReadParcels() {}

    static List<Parcel> on(Connection connection, Channel channel, Instant now, int atMost) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, channel.id());
            statement.setLong(2, channel.id());
            statement.setObject(3, Rows.utc(now));
            statement.setLong(4, channel.id());
            statement.setObject(5, Rows.utc(now));
            statement.setBoolean(6, channel.kind() == ChannelKind.MQTT || channel.kind() == ChannelKind.WEBHOOK);
            statement.setObject(7, Rows.utc(now));
            statement.setInt(8, atMost);
            statement.setInt(9, atMost);
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
