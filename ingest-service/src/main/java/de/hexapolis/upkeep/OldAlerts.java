package de.hexapolis.upkeep;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Deletes what crews did long ago: closed alerts and orders with their history, occurrences, flags that have ended. An
 * order goes after its alerts, and neither as long as a notice names it. Stateless.
 */
final class OldAlerts {
    private static final List<String> UNHEARD =
            List.of("delete from pulse where heard_at < ?", "delete from device_route where heard_at < ?");

    private static final List<String> SQL = List.of(
            """
            delete from history where history_id in (
                select h.history_id from (select ?::timestamptz as instant) before
                join history h on h.at < before.instant
                left join alert a on a.alert_id = h.alert_id
                left join work_order o on o.order_id = h.order_id
                where coalesce(a.closed_at, o.closed_at) < before.instant limit 10000)
            """,
            """
            delete from alert where alert_id in (
                select a.alert_id from alert a
                where a.closed_at < ? and not exists (select from notice n where n.alert_id = a.alert_id)
                    and not exists (select from history h where h.alert_id = a.alert_id)
                limit 10000)
            """,
            """
            delete from work_order where order_id in (
                select o.order_id from work_order o
                where o.closed_at < ? and not exists (select from notice n where n.order_id = o.order_id)
                    and not exists (select from alert a where a.order_id = o.order_id)
                    and not exists (select from history h where h.order_id = o.order_id)
                limit 10000)
            """,
            """
            delete from occurrence where occurrence_id in (
                select occurrence_id from occurrence where happened_at < ? limit 10000)
            """,
            """
            delete from series_flag where flag_id in (
                select flag_id from series_flag where until_at < ? limit 10000)
            """);

    private OldAlerts() {}

    static void delete(Connection connection, Instant before) throws SQLException {
        for (String sql : SQL) {
            Batches.untilNoneIsLeft(connection, sql, before);
        }
    }

    static void deleteUnheard(Connection connection, Instant before) throws SQLException {
        for (String sql : UNHEARD) {
            Batches.untilNoneIsLeft(connection, sql, before);
        }
    }
}
