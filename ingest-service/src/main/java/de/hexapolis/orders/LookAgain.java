package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Escalation;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The look at the data some time after a person's done. Where a newer reading disagrees the alert is opened again; where
 * none comes for 26 hours, the longest that a device that is well keeps silent, the staff hear that nobody can tell. One
 * thread.
 */
final class LookAgain {
    private static final Duration LONGEST = Duration.ofHours(26);
    /** A reading just after the work may be of the bin as it was, or of the lid. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private final Changes changes;

    LookAgain(Changes changes) {
        this.changes = changes;
    }

    /** @param looks how many looks have met readings that decide nothing */
    void on(Alert alert, int looks) throws SQLException {
        Optional<Instant> done = alert.at(Moment.DONE);
        if (alert.state().isClosed()) {
            PersonsOccurrence.ofDone(changes.connection(), alert, changes.now());
        }
        if (alert.state() != AlertState.DONE || done.isEmpty()) {
            return;
        }
        NewerReadings.Word word = NewerReadings.since(
                changes.connection(), alert.evidence(), done.get().plus(SETTLING));
        switch (word) {
            case DISAGREE -> reopen(alert, done.get());
            case UNDECIDED -> {
                if (looks > 1) {
                    reopen(alert, done.get());
                } else {
                    again(alert, looks + 1);
                }
            }
            case NONE -> {
                if (changes.now().isBefore(done.get().plus(LONGEST))) {
                    again(alert, looks);
                } else {
                    giveUp(alert);
                }
            }
        }
    }

    private void again(Alert alert, int looks) throws SQLException {
        int interval = ReadAnswered.slowestInterval(changes.connection(), StoredEvidence.series(alert.evidence()));
        Instant due = changes.now().plusSeconds(interval);
        changes.set(TimerRow.ofAlert(due, TimerRow.Kind.LOOK_AGAIN, alert.id(), looks));
    }

    private void reopen(Alert alert, Instant done) {
        alert.take(Act.STILL_BAD, changes.now(), changes.now());
        ObjectNode detail = HistoryRow.nothing().put("reason", "data_disagree").put("done_at", done.toString());
        changes.note(HistoryRow.of(alert, changes.now(), "reopened", AlertState.DONE, Actor.TIMER, detail));
        changes.tell(Telling.of(alert.id(), "alert.changed", "reopened").because("data_disagree"));
        StoredEvidence.escalation(alert.evidence()).ifPresent(chain -> escalateAnew(alert, chain));
    }

    private void escalateAnew(Alert alert, Escalation chain) {
        for (int step = 0; step < chain.steps().size(); step++) {
            Instant due = changes.now().plus(chain.steps().get(step).after());
            changes.set(TimerRow.ofAlert(due, TimerRow.Kind.ESCALATE, alert.id(), step));
        }
    }

    private void giveUp(Alert alert) throws SQLException {
        PersonsOccurrence.ofDone(changes.connection(), alert, changes.now());
        changes.note(HistoryRow.of(alert, changes.now(), "cannot_be_verified", Actor.TIMER, HistoryRow.nothing()));
        changes.tell(Telling.of(alert.id(), "alert.changed", "cannot_be_verified")
                .because("cannot_be_verified")
                .toStaff(true));
    }
}
