package de.hexapolis.orders;

import de.hexapolis.rules.OrderPlan;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Writes what a judge found, table by table: alerts, orders, history, timers. Answers what is to be told; it goes to
 * {@link AppendNotices} as the last thing before the commit. Stateless.
 */
public final class WriteAlerts {
    private WriteAlerts() {}

    /**
     * The same, where no reading had a say.
     *
     * @param opened one a subject and rule, of which none is open
     */
    public static List<NoticeRow> on(
            Connection connection, List<NewAlert> opened, List<AlertChange> changed, OrderPlan plan, Instant now)
            throws SQLException {
        return on(connection, new Verdicts(opened, changed, Map.of(), Map.of()), plan, now);
    }

    /**
     * Writes all of it but the notices.
     *
     * @throws SQLException with SQLSTATE 23505 where somebody else has opened one of them meanwhile, 40P01 in a deadlock:
     *     roll back and judge again
     */
    public static List<NoticeRow> on(Connection connection, Verdicts verdicts, OrderPlan plan, Instant now)
            throws SQLException {
        List<NewAlert> opened = verdicts.opened();
        List<AlertChange> changed = verdicts.changed();
        Changes changes = new Changes(connection, now, verdicts.received());
        OpenAlerts open = new OpenAlerts(changes, plan, verdicts.rounds());
        Map<Long, Alert> standing = LockAlerts.on(
                connection,
                changed.stream().map(AlertChange::alertId).distinct().toList());
        changes.take(standing, open.keys(opened));
        JudgedChanges judged = new JudgedChanges(changes);
        for (AlertChange change : changed) {
            Alert alert = Objects.requireNonNull(standing.get(change.alertId()));
            judged.apply(alert, change);
            if (change.kind() == AlertChange.Kind.REOPENED) {
                open.giveWork(alert);
            }
        }
        WriteEditions.on(connection, opened.stream().map(NewAlert::rule).toList(), now);
        SaveAlerts.on(connection, standing.values(), now);
        open.open(opened);
        return changes.write();
    }
}
