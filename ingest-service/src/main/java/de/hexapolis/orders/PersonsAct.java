package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.VerifiedBy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One thing that a person says, applied to alerts that are locked. One thread. */
final class PersonsAct {
    private final Changes changes;
    private final Answering answering;
    private final Actor actor;
    private final Instant happened;

    PersonsAct(Changes changes, Answering answering, Actor actor) {
        this.changes = changes;
        this.answering = answering;
        this.actor = actor;
        this.happened = answering.at().orElse(changes.now());
    }

    /** Why it cannot be; empty: it is done, or recorded. */
    Optional<String> on(Alert alert) throws SQLException {
        if (isOnWholeOrder()) {
            return Optional.empty();
        }
        Optional<Act> act = Act.ofPerson(answering.action());
        if (act.isEmpty()) {
            remark(alert);
            return Optional.empty();
        }
        AlertState from = alert.state();
        Step step = alert.take(act.get(), happened, changes.now());
        if (step instanceof Step.Refused refused) {
            return Optional.of(refused.why());
        }
        note(alert, answering.action(), from);
        if (step instanceof Step.To) {
            follow(alert, act.get());
        }
        return Optional.empty();
    }

    /** A comment or an assignment. */
    private void remark(Alert alert) {
        boolean isOpen = !alert.state().isClosed();
        if (answering.action().equals(Answering.ASSIGN) && isOpen) {
            answering.assignee().ifPresent(alert::assign);
            answering.due().ifPresent(due -> alert.set(Moment.DUE, due));
            changes.tell(Telling.of(alert.id(), "alert.changed", "assigned"));
        }
        note(alert, answering.action(), alert.state());
    }

    /** A comment on all of an order is one row, not one an alert. */
    private boolean isOnWholeOrder() {
        return answering.order().isPresent()
                && answering.assets().isEmpty()
                && answering.action().equals(Answering.COMMENT);
    }

    /** What concerns the order itself, where it was named: a comment, and whose it is. */
    void onOrders() {
        if (answering.order().isEmpty()) {
            return;
        }
        for (OrderRow order : List.copyOf(changes.orders().locked())) {
            if (isOnWholeOrder()) {
                changes.note(ofOrder(order));
            }
            answering.assignee().ifPresent(to -> changes.orders().change(order.assigned(to)));
        }
    }

    private HistoryRow ofOrder(OrderRow order) {
        return new HistoryRow(
                order.key().city(),
                Optional.empty(),
                Optional.of(order.id()),
                happened,
                answering.action(),
                Optional.of(order.state()),
                Optional.of(order.state()),
                actor,
                Optional.empty(),
                detail());
    }

    private void follow(Alert alert, Act act) throws SQLException {
        if (act == Act.DONE) {
            done(alert);
        }
        if (act == Act.NOT_POSSIBLE || act == Act.WITHDRAW) {
            alert.because(answering.reason().orElse("person"));
        }
        String kind = alert.state().isClosed() ? "alert.closed" : "alert.changed";
        changes.tell(Telling.of(alert.id(), kind, alert.state().wireName()));
        if (act == Act.NOT_POSSIBLE) {
            changes.tell(Telling.of(alert.id(), "alert.changed", "escalated")
                    .because("not_possible")
                    .toStaff(true));
        }
    }

    /** Where a person's word is enough it is over; else the data have a while to agree. */
    private void done(Alert alert) throws SQLException {
        if (StoredEvidence.verifiedBy(alert.evidence()) != VerifiedBy.SENSOR) {
            alert.take(Act.ENDED, happened, changes.now());
            note(alert, "verified", AlertState.DONE);
            PersonsOccurrence.ofDone(changes.connection(), alert, changes.now());
            return;
        }
        int interval = ReadAnswered.slowestInterval(changes.connection(), StoredEvidence.series(alert.evidence()));
        Duration two = Duration.ofSeconds(2L * interval);
        Duration within = StoredEvidence.verifyWithin(alert.evidence());
        Instant look = changes.now().plus(within.compareTo(two) > 0 ? within : two);
        changes.set(TimerRow.ofAlert(look, TimerRow.Kind.LOOK_AGAIN, alert.id(), 0));
    }

    private void note(Alert alert, String action, AlertState from) {
        changes.note(HistoryRow.of(alert, happened, action, from, actor, detail()));
    }

    private ObjectNode detail() {
        ObjectNode detail = HistoryRow.nothing();
        answering.reason().ifPresent(reason -> detail.put("reason", reason));
        answering.text().ifPresent(text -> detail.put("text", text));
        answering.assignee().ifPresent(assignee -> detail.put("assignee", assignee));
        answering.due().ifPresent(due -> detail.put("due_at", due.toString()));
        return detail;
    }
}
