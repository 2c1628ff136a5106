package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Takes out of a channel for people what is over before they heard of it: nobody is woken for a bin that is empty again.
 * The word that it is over goes out only to who was told that it began. Stateless.
 */
final class SupersedeOver {
    private static final String SQL =
            """
            update delivery d set state = 'superseded'
            from notice n
            left join alert a on a.alert_id = n.alert_id
            left join work_order o on o.order_id = n.order_id
            where d.channel_id = ? and d.state = 'waiting' and d.not_before <= ? and n.notice_id = d.notice_id
                and case when n.kind like 'alert.%' then a.closed_at when n.kind like 'order.%' then o.closed_at end
                    is not null
                and (n.kind not like '%.closed' or not exists (
                    select from delivery told join notice m on m.notice_id = told.notice_id
                    where told.channel_id = d.channel_id and told.state = 'delivered'
                        and split_part(m.kind, '.', 1) = split_part(n.kind, '.', 1)
                        and case when n.kind like 'alert.%' then m.alert_id = n.alert_id else m.order_id = n.order_id end))
            """;

    private SupersedeOver() {}

    static int on(Connection connection, long channel, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, channel);
            statement.setObject(2, Rows.utc(now));
            return statement.executeUpdate();
        }
    }
}
