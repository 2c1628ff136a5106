package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Moves open alerts that somebody was told of to notified, and orders none of whose alerts is open any more. Told counts on
 * webhook, mail and push; on MQTT only where the notice has no other channel. Rows are locked as everywhere: alerts by
 * number, then orders. Stateless.
 */
final class MarkNotified {
    private static final String LOCK_ALERTS =
            """
            with told as materialized (
                select n.alert_id, case when n.kind like 'order.%' then n.order_id end as order_id from notice n
                where n.notice_id = any (?) and n.kind not like '%.closed'
                    and (not ? or not exists (
                        select from delivery d join channel c using (channel_id)
                        where d.notice_id = n.notice_id and c.kind <> 'mqtt'))),
            concerned as materialized (
                select alert_id from told where alert_id is not null
                union select a.alert_id from told t join alert a on a.order_id = t.order_id)
            select a.alert_id from alert a join concerned using (alert_id)
            where a.state = 'open' order by a.alert_id for update of a
            """;

    private static final String MARK_ALERTS =
            """
            with told as (
                update alert set state = 'notified', notified_at = coalesce(notified_at, ?), changed_at = ?
                where alert_id = any (?) returning alert_id, city_id, order_id)
            insert into history (city_id, alert_id, order_id, at, happened_at, action, from_state, to_state, actor)
            select city_id, alert_id, order_id, ?, ?, 'notified', 'open', 'notified', 'timer' from told
            returning order_id
            """;

    private static final String LOCK_ORDERS =
            "select order_id from work_order where order_id = any (?) order by order_id for update";

    private static final String MARK_ORDERS =
            """
            update work_order o set state = 'notified', changed_at = ?
            where o.order_id = any (?) and o.state = 'open'
                and not exists (select from alert a where a.order_id = o.order_id and a.state = 'open')
            """;

    private MarkNotified() {}

    static void on(Connection connection, Collection<Long> notices, boolean byMqtt, Instant now) throws SQLException {
        List<Long> alerts = lockAlerts(connection, notices, byMqtt);
        if (alerts.isEmpty()) {
            return;
        }
        List<Long> orders = markAlerts(connection, alerts, now);
        if (orders.isEmpty()) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement(LOCK_ORDERS);
                PreparedStatement mark = connection.prepareStatement(MARK_ORDERS)) {
            lock.setArray(1, Rows.numbers(connection, orders));
            lock.execute();
            mark.setObject(1, Rows.utc(now));
            mark.setArray(2, Rows.numbers(connection, orders));
            mark.executeUpdate();
        }
    }

    private static List<Long> lockAlerts(Connection connection, Collection<Long> notices, boolean byMqtt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOCK_ALERTS)) {
            statement.setArray(1, Rows.numbers(connection, notices));
            statement.setBoolean(2, byMqtt);
            return numbers(statement);
        }
    }

    private static List<Long> markAlerts(Connection connection, List<Long> alerts, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK_ALERTS)) {
            statement.setObject(1, Rows.utc(now));
            statement.setObject(2, Rows.utc(now));
            statement.setArray(3, Rows.numbers(connection, alerts));
            statement.setObject(4, Rows.utc(now));
            statement.setObject(5, Rows.utc(now));
            return numbers(statement);
        }
    }

    private static List<Long> numbers(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Long> numbers = new ArrayList<>();
            while (row.next()) {
                Long number = row.getObject(1, Long.class);
                if (number != null) {
                    numbers.add(number);
                }
            }
            return numbers;
        }
    }
}
