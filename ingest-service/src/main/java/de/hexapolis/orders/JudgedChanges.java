package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Episode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** What the data say anew of alerts that are locked. One thread. */
final class JudgedChanges {
    private final Changes changes;

    JudgedChanges(Changes changes) {
        this.changes = changes;
    }

    void apply(Alert alert, AlertChange change) throws SQLException {
        change.episode().ifPresent(episode -> correct(alert, episode));
        switch (change.kind()) {
            case CORRECTED -> corrected(alert, change);
            case ROSE -> rose(alert, change);
            case ENDED -> ended(alert, change);
            case REOPENED -> reopened(alert, change);
            case WITHDRAWN -> withdrawn(alert, change);
            case NEVER_WAS -> neverWas(alert, change);
        }
    }

    private void correct(Alert alert, Episode episode) {
        alert.set(Moment.BEGAN, episode.began());
        episode.ended().ifPresent(ended -> alert.set(Moment.ENDED, ended));
        alert.evidence(StoredEvidence.with(alert, episode.evidence()));
    }

    private void corrected(Alert alert, AlertChange change) {
        change.episode().ifPresent(episode -> alert.raise(episode.severity(), changes.now()));
        note(alert, "corrected", alert.state(), HistoryRow.nothing());
    }

    private void rose(Alert alert, AlertChange change) {
        Episode episode = change.episode().orElseThrow();
        if (!alert.state().isClosed() && alert.raise(episode.severity(), changes.now())) {
            ObjectNode detail =
                    HistoryRow.nothing().put("severity", alert.severity().wireName());
            note(alert, "rose", alert.state(), detail);
            changes.tell(Telling.of(alert.id(), "alert.changed", "rose")
                    .observed(StoredEvidence.newest(episode.evidence())));
        }
    }

    /** What a person closed goes on standing for its episode; its end is noted, and nobody need hear of it. */
    private void ended(Alert alert, AlertChange change) {
        Instant ended =
                change.episode().flatMap(Episode::ended).or(change::ended).orElse(changes.now());
        alert.set(Moment.ENDED, ended);
        AlertState from = alert.state();
        Step step = alert.take(Act.ENDED, ended, changes.now());
        note(alert, "ended", from, HistoryRow.nothing());
        if (step instanceof Step.To) {
            changes.tell(Telling.of(alert.id(), "alert.closed", alert.state().wireName())
                    .observed(Optional.of(ended)));
        }
    }

    /** Readings that came late say that it was not over: what was told as closed is told as opened, and its times begin anew. */
    private void reopened(Alert alert, AlertChange change) {
        AlertState from = alert.state();
        if (!from.isClosed()) {
            return;
        }
        Episode episode = change.episode().orElseThrow();
        alert.goesOn();
        alert.raise(episode.severity(), changes.now());
        StoredEvidence.due(alert.evidence(), alert.severity())
                .ifPresent(span -> alert.set(Moment.DUE, changes.now().plus(span)));
        Escalate.anew(changes, alert);
        note(alert, "reopened", from, HistoryRow.nothing().put("reason", change.reason()));
        changes.tell(Telling.of(alert.id(), "alert.opened", "reopened")
                .because(change.reason())
                .observed(StoredEvidence.newest(episode.evidence())));
    }

    private void withdrawn(Alert alert, AlertChange change) {
        Instant ended = change.episode().flatMap(Episode::ended).orElse(changes.now());
        alert.set(Moment.ENDED, alert.at(Moment.ENDED).orElse(ended));
        AlertState from = alert.state();
        Step step = alert.take(Act.WITHDRAW, changes.now(), changes.now());
        note(alert, "withdrawn", from, HistoryRow.nothing().put("reason", change.reason()));
        if (step instanceof Step.To) {
            alert.because(change.reason());
            changes.tell(Telling.of(alert.id(), "alert.closed", alert.state().wireName())
                    .because(change.reason()));
        }
    }

    /** It is over, and nobody had to do with it: nobody need hear of it. */
    private void neverWas(Alert alert, AlertChange change) {
        AlertState from = alert.state();
        alert.neverWas(change.reason());
        note(alert, "withdrawn", from, HistoryRow.nothing().put("reason", change.reason()));
    }

    private void note(Alert alert, String action, AlertState from, ObjectNode detail) {
        Instant happened = alert.at(Moment.ENDED).orElse(alert.began());
        changes.note(HistoryRow.of(alert, happened, action, from, Actor.SENSOR, detail));
    }
}
