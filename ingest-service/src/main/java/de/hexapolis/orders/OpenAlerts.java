package de.hexapolis.orders;

import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.CrewKey;
import de.hexapolis.rules.Escalation;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.OrderPlan;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Work;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Opens alerts for episodes and gives the work to crews' orders. One thread. */
final class OpenAlerts {
    private static final Comparator<NewAlert> BY_SUBJECT = Comparator.comparing(NewAlert::subject)
            .thenComparing(alert -> alert.rule().id());

    private final Changes changes;
    private final OrderPlan plan;

    OpenAlerts(Changes changes, OrderPlan plan) {
        this.changes = changes;
        this.plan = plan;
    }

    /** Of the orders that they might join. */
    Collection<OrderKey> keys(List<NewAlert> opened) {
        Collection<OrderKey> keys = new TreeSet<>();
        opened.stream().filter(this::isCollected).forEach(alert -> keys.add(key(alert, work(alert))));
        return keys;
    }

    /** In the order of the orders' keys, then of the unique index, so that two who do so do not wait in a circle. */
    void open(List<NewAlert> opened) throws SQLException {
        Comparator<NewAlert> byOrder = Comparator.comparing(
                alert -> isCollected(alert) ? key(alert, work(alert)).toString() : "");
        for (NewAlert alert :
                opened.stream().sorted(byOrder.thenComparing(BY_SUBJECT)).toList()) {
            open(alert);
        }
    }

    private void open(NewAlert alert) throws SQLException {
        ResolvedRule rule = alert.rule();
        Severity severity = alert.episode().severity();
        Instant now = changes.now();
        Optional<Escalation> escalation = plan.escalationOf(rule);
        Optional<Long> order = hasWork(alert) ? Optional.of(order(alert)) : Optional.empty();
        InsertAlert.Row row = new InsertAlert.Row(
                alert.city(),
                alert.subject(),
                alert.assetId(),
                alert.district(),
                rule.id(),
                rule.edition(),
                rule.handling().work().map(Work::wireName),
                severity,
                alert.episode().began(),
                alert.episode().ended(),
                plan.due(rule, severity, now),
                order,
                StoredEvidence.of(rule, alert.episode().evidence(), escalation));
        long id = InsertAlert.on(changes.connection(), row, now);
        tell(alert, row, id);
        if (row.ended().isEmpty()) {
            escalation.ifPresent(chain -> escalate(chain, id));
        }
    }

    private void tell(NewAlert alert, InsertAlert.Row row, long id) {
        Optional<Instant> observed = StoredEvidence.newest(alert.episode().evidence());
        note(row, id, row.began(), "opened", Optional.empty(), AlertState.OPEN);
        changes.tell(Telling.of(id, "alert.opened", "opened").observed(observed));
        row.ended().ifPresent(ended -> {
            note(row, id, ended, "ended", Optional.of(AlertState.OPEN), AlertState.VERIFIED);
            changes.tell(Telling.of(id, "alert.closed", "verified").observed(Optional.of(ended)));
        });
    }

    private void note(
            InsertAlert.Row row, long id, Instant happened, String action, Optional<AlertState> from, AlertState to) {
        changes.note(new HistoryRow(
                row.city(),
                Optional.of(id),
                row.orderId(),
                happened,
                action,
                from,
                Optional.of(to),
                Actor.SENSOR,
                Optional.of(row.edition()),
                HistoryRow.nothing().put("severity", row.severity().wireName())));
    }

    private void escalate(Escalation chain, long alert) {
        for (int step = 0; step < chain.steps().size(); step++) {
            Instant due = changes.now().plus(chain.steps().get(step).after());
            changes.set(TimerRow.ofAlert(due, TimerRow.Kind.ESCALATE, alert, step));
        }
    }

    private long order(NewAlert alert) throws SQLException {
        Severity severity = alert.episode().severity();
        Work work = work(alert);
        OrderKey key = key(alert, work);
        Optional<Bundling> bundling = plan.bundlingOf(alert.rule());
        if (bundling.isPresent() && isCollected(alert)) {
            Names title = OrderTitle.ofBundle(bundling.get(), work);
            return changes.orders().join(key, severity, bundling.get(), title, changes.timers());
        }
        String place = alert.assetId().isPresent()
                ? PlaceNames.asset(changes.connection(), alert.assetId().get())
                : PlaceNames.subject(alert.subject());
        return changes.orders()
                .open(key, severity, OrderTitle.ofOne(alert.rule().title(), place), "rule");
    }

    private OrderKey key(NewAlert alert, Work work) {
        CrewKey crew = plan.crewFor(alert.city(), alert.district(), work)
                .orElseGet(() -> new CrewKey(alert.city(), OrderKey.STAFF));
        return new OrderKey(crew, alert.district().orElse(""), work.wireName());
    }

    /** What is over already is nobody's work. */
    private static boolean hasWork(NewAlert alert) {
        return alert.rule().handling().work().isPresent()
                && alert.episode().ended().isEmpty();
    }

    private static Work work(NewAlert alert) {
        return alert.rule().handling().work().orElseThrow();
    }

    /** What is critical waits for no other: it gets an order of its own at once. */
    private boolean isCollected(NewAlert alert) {
        return hasWork(alert)
                && alert.episode().severity() != Severity.CRITICAL
                && plan.bundlingOf(alert.rule()).isPresent();
    }
}
