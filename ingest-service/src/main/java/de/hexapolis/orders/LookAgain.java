package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The look at the data some time after a person's done. Where a newer reading disagrees the alert is opened again. Where
 * none comes for 26 hours, the longest that a device that is well keeps silent, the staff hear that nobody can tell; it is
 * looked at further, for the next reading decides, whenever it comes. One thread.
 */
final class LookAgain {
    private static final Duration LONGEST = Duration.ofHours(26);
    /** A reading just after the work may be of the bin as it was, or of the lid. */
    private static final Duration SETTLING = Duration.ofMinutes(10);

    private static final Duration SELDOM = Duration.ofHours(1);

    /** The step of a look after the staff have heard that nobody can tell. */
    private static final int STAFF_KNOW = 100;

    private final Changes changes;

    LookAgain(Changes changes) {
        this.changes = changes;
    }

    /** @param looks how many looks have met readings that decide nothing, or {@link #STAFF_KNOW} */
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
            case UNJUDGED -> again(alert, looks);
            case UNDECIDED -> undecided(alert, done.get(), looks);
            case NONE -> nothingNew(alert, done.get(), looks);
        }
    }

    private void undecided(Alert alert, Instant done, int looks) throws SQLException {
        int before = looks == STAFF_KNOW ? 0 : looks;
        if (before > 1) {
            reopen(alert, done);
        } else {
            again(alert, before + 1);
        }
    }

    private void nothingNew(Alert alert, Instant done, int looks) throws SQLException {
        boolean isTimeToTell = looks != STAFF_KNOW && !changes.now().isBefore(done.plus(LONGEST));
        if (isTimeToTell) {
            nobodyCanTell(alert);
        }
        boolean mayComeYet = !StoredEvidence.series(alert.evidence()).isEmpty();
        if (mayComeYet || !isTimeToTell) {
            again(alert, isTimeToTell ? STAFF_KNOW : looks);
        }
    }

    private void again(Alert alert, int looks) throws SQLException {
        int seconds = ReadAnswered.slowestInterval(changes.connection(), StoredEvidence.series(alert.evidence()));
        Duration interval = Duration.ofSeconds(seconds);
        Duration wait = looks == STAFF_KNOW && interval.compareTo(SELDOM) < 0 ? SELDOM : interval;
        changes.set(TimerRow.ofAlert(changes.now().plus(wait), TimerRow.Kind.LOOK_AGAIN, alert.id(), looks));
    }

    private void reopen(Alert alert, Instant done) throws SQLException {
        alert.take(Act.STILL_BAD, changes.now(), changes.now());
        PersonsOccurrence.takeBack(changes.connection(), alert.id(), changes.now());
        ObjectNode detail = HistoryRow.nothing().put("reason", "data_disagree").put("done_at", done.toString());
        changes.note(HistoryRow.of(alert, changes.now(), "reopened", AlertState.DONE, Actor.TIMER, detail));
        changes.tell(Telling.of(alert.id(), "alert.changed", "reopened").because("data_disagree"));
        Escalate.anew(changes, alert);
    }

    private void nobodyCanTell(Alert alert) throws SQLException {
        PersonsOccurrence.ofDone(changes.connection(), alert, changes.now());
        changes.note(HistoryRow.of(alert, changes.now(), "cannot_be_verified", Actor.TIMER, HistoryRow.nothing()));
        changes.tell(Telling.of(alert.id(), "alert.changed", "cannot_be_verified")
                .because("cannot_be_verified")
                .toStaff(true));
    }
}
