package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Lets orders take in nothing more whose time has come. Stateless. */
final class SealOrders {
    private static final String LOCK =
            "select order_id from work_order where order_id = any(?) order by order_id for update skip locked";
    private static final String SEAL =
            "update work_order set collecting = false, changed_at = ? where order_id = any(?) and collecting";

    private SealOrders() {}

    /** Those that somebody else holds are left for the next round. */
    static int on(Connection connection, Collection<DueTimers.Due> timers, Instant now) throws SQLException {
        List<Long> free = Columns.query(
                connection, LOCK, timers.stream().map(DueTimers.Due::about).toList());
        List<DueTimers.Due> taken = DueTimers.take(
                connection,
                timers.stream().filter(timer -> free.contains(timer.about())).toList(),
                now);
        try (PreparedStatement seal = connection.prepareStatement(SEAL)) {
            seal.setObject(1, Columns.of(now));
            seal.setArray(
                    2,
                    Columns.longs(
                            connection, taken.stream().map(DueTimers.Due::about).toList()));
            seal.executeUpdate();
        }
        return taken.size();
    }
}
