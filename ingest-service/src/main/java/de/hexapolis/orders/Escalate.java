package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Escalation;
import java.time.Instant;

/** A step of an escalation whose time has come: tells the crew again or the staff, and raises the severity. One thread. */
final class Escalate {
    private final Changes changes;

    Escalate(Changes changes) {
        this.changes = changes;
    }

    /** From its first step on, for an alert that is opened again. */
    static void anew(Changes changes, Alert alert) {
        StoredEvidence.escalation(alert.evidence()).ifPresent(chain -> start(changes, chain, alert.id()));
    }

    /** Each step is a timer from now on. */
    static void start(Changes changes, Escalation chain, long alert) {
        for (int step = 0; step < chain.steps().size(); step++) {
            Instant due = changes.now().plus(chain.steps().get(step).after());
            changes.set(TimerRow.ofAlert(due, TimerRow.Kind.ESCALATE, alert, step));
        }
    }

    void on(Alert alert, int number) {
        StoredEvidence.escalation(alert.evidence())
                .filter(chain -> number < chain.steps().size())
                .map(chain -> chain.steps().get(number))
                .filter(step -> isWanted(step, alert.state()))
                .ifPresent(step -> escalate(alert, number, step));
    }

    /** A step is left out once somebody has taken it up, or has done it; what is not possible is always told. */
    private static boolean isWanted(Escalation.Step step, AlertState state) {
        return switch (state) {
            case OPEN, NOTIFIED, NOT_POSSIBLE -> true;
            case ACKNOWLEDGED, IN_PROGRESS -> step.unlessDone();
            case DONE, VERIFIED, WITHDRAWN -> false;
        };
    }

    private void escalate(Alert alert, int number, Escalation.Step step) {
        ObjectNode detail =
                HistoryRow.nothing().put("step", number + 1).put("tell", step.tellStaff() ? "staff" : "crew");
        step.raiseTo()
                .filter(to -> alert.raise(to, changes.now()))
                .ifPresent(to -> detail.put("raised_to", to.wireName()));
        changes.note(HistoryRow.of(alert, changes.now(), "escalated", Actor.TIMER, detail));
        changes.tell(Telling.of(alert.id(), "alert.changed", "escalated").toStaff(step.tellStaff()));
    }
}
