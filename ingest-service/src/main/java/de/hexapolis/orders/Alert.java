package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Severity;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** An alert's row, locked, and what becomes of it in this transaction. One thread. */
final class Alert {
    /** What never changes, but that an alert may join an order. */
    record Facts(
            long id,
            CityId city,
            String subject,
            Optional<Long> assetId,
            Optional<String> district,
            String ruleId,
            String edition,
            Optional<String> work,
            Optional<Long> orderId) {
        Facts in(long order) {
            return new Facts(id, city, subject, assetId, district, ruleId, edition, work, Optional.of(order));
        }
    }

    private Facts facts;
    private final Map<Moment, Instant> moments;
    private AlertState state;
    private Severity severity;
    private int reopened;
    private Optional<String> reason;
    private Optional<String> assignee;
    private ObjectNode evidence;
    private boolean changed;

    Alert(
            Facts facts,
            Map<Moment, Instant> moments,
            AlertState state,
            Severity severity,
            int reopened,
            Optional<String> reason,
            Optional<String> assignee,
            ObjectNode evidence) {
        this.facts = facts;
        this.moments = new EnumMap<>(moments);
        this.state = state;
        this.severity = severity;
        this.reopened = reopened;
        this.reason = reason;
        this.assignee = assignee;
        this.evidence = evidence;
    }

    /**
     * Takes an act, as far as the table of transitions lets it.
     *
     * @param happened when, as the person or the reading says
     * @param now by the platform's clock
     */
    Step take(Act act, Instant happened, Instant now) {
        Step step = state.on(act);
        if (step instanceof Step.To to) {
            state = to.state();
            changed = true;
            switch (state) {
                case OPEN -> openAgain();
                case NOTIFIED -> moments.put(Moment.NOTIFIED, now);
                case ACKNOWLEDGED, IN_PROGRESS -> moments.putIfAbsent(Moment.ACKNOWLEDGED, now);
                case DONE -> moments.put(Moment.DONE, happened);
                case VERIFIED, WITHDRAWN -> moments.put(Moment.CLOSED, now);
                case NOT_POSSIBLE -> moments.remove(Moment.DONE);
            }
        }
        return step;
    }

    /** It was closed because it had ended, and has not: open again, as if nobody had seen it yet. */
    void goesOn() {
        state = AlertState.OPEN;
        changed = true;
        reason = Optional.empty();
        moments.remove(Moment.ENDED);
        moments.remove(Moment.CLOSED);
        openAgain();
    }

    /** It was closed because it had ended, and there was no episode. */
    void neverWas(String why) {
        state = AlertState.WITHDRAWN;
        because(why);
    }

    private void openAgain() {
        reopened++;
        moments.remove(Moment.NOTIFIED);
        moments.remove(Moment.ACKNOWLEDGED);
        moments.remove(Moment.DONE);
    }

    void set(Moment moment, Instant at) {
        changed |= !at.equals(moments.put(moment, at));
    }

    /** Never falls. The work becomes due by what the rule says of the new severity, if that is earlier. */
    boolean raise(Severity to, Instant now) {
        if (to.compareTo(severity) <= 0) {
            return false;
        }
        severity = to;
        changed = true;
        StoredEvidence.due(evidence, to)
                .map(now::plus)
                .filter(due -> at(Moment.DUE).map(due::isBefore).orElse(true))
                .ifPresent(due -> set(Moment.DUE, due));
        return true;
    }

    void join(long order) {
        facts = facts.in(order);
        changed = true;
    }

    void because(String why) {
        reason = Optional.of(why);
        changed = true;
    }

    void assign(String to) {
        assignee = Optional.of(to);
        changed = true;
    }

    void evidence(ObjectNode found) {
        changed |= !found.equals(evidence);
        evidence = found;
    }

    boolean isChanged() {
        return changed;
    }

    long id() {
        return facts.id();
    }

    Facts facts() {
        return facts;
    }

    AlertState state() {
        return state;
    }

    Severity severity() {
        return severity;
    }

    Optional<Instant> at(Moment moment) {
        return Optional.ofNullable(moments.get(moment));
    }

    Instant began() {
        return Objects.requireNonNull(moments.get(Moment.BEGAN));
    }

    int reopened() {
        return reopened;
    }

    Optional<String> reason() {
        return reason;
    }

    Optional<String> assignee() {
        return assignee;
    }

    ObjectNode evidence() {
        return evidence;
    }
}
