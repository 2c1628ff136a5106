package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Does what timers are for, in the caller's transaction. Stateless. */
final class FireTimers {
    private FireTimers() {}

    /** How many were done; those of alerts and orders that somebody else holds are left for later. */
    static int on(Connection connection, List<DueTimers.Due> timers, Instant now) throws SQLException {
        List<DueTimers.Due> ofAlerts = timers.stream()
                .filter(timer -> timer.kind() != TimerRow.Kind.SEAL_ORDER)
                .toList();
        List<DueTimers.Due> ofOrders = timers.stream()
                .filter(timer -> timer.kind() == TimerRow.Kind.SEAL_ORDER)
                .toList();
        List<NoticeRow> notices = new ArrayList<>();
        int done = ofAlerts.isEmpty() ? 0 : alerts(connection, ofAlerts, now, notices);
        done += ofOrders.isEmpty() ? 0 : SealOrders.on(connection, ofOrders, now);
        AppendNotices.on(connection, notices);
        return done;
    }

    private static int alerts(Connection connection, List<DueTimers.Due> timers, Instant now, List<NoticeRow> notices)
            throws SQLException {
        Map<Long, Alert> free = LockAlerts.free(
                connection, timers.stream().map(DueTimers.Due::about).distinct().toList());
        Changes changes = new Changes(connection, now);
        changes.take(free, List.of());
        List<DueTimers.Due> taken = DueTimers.take(
                connection,
                timers.stream().filter(timer -> free.containsKey(timer.about())).toList(),
                now);
        Escalate escalate = new Escalate(changes);
        LookAgain look = new LookAgain(changes);
        for (DueTimers.Due timer : taken) {
            Alert alert = Objects.requireNonNull(free.get(timer.about()));
            if (timer.kind() == TimerRow.Kind.ESCALATE) {
                escalate.on(alert, timer.step());
            } else {
                look.on(alert, timer.step());
            }
        }
        notices.addAll(changes.write());
        return taken.size();
    }
}
