package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;

/**
 * Who did what, and when. Immutable, as long as nobody writes into the detail.
 *
 * @param happened as the person or the reading says
 * @param edition of the rule it was judged by; empty: no rule had a say
 */
record HistoryRow(
        CityId city,
        Optional<Long> alertId,
        Optional<Long> orderId,
        Instant happened,
        String action,
        Optional<AlertState> from,
        Optional<AlertState> to,
        Actor actor,
        Optional<String> edition,
        ObjectNode detail) {
    /** Of an alert whose state is as it was. */
    static HistoryRow of(Alert alert, Instant happened, String action, Actor actor, ObjectNode detail) {
        return of(alert, happened, action, alert.state(), actor, detail);
    }

    /** @param from the state before; now it is the alert's */
    static HistoryRow of(
            Alert alert, Instant happened, String action, AlertState from, Actor actor, ObjectNode detail) {
        return new HistoryRow(
                alert.facts().city(),
                Optional.of(alert.id()),
                alert.facts().orderId(),
                happened,
                action,
                Optional.of(from),
                Optional.of(alert.state()),
                actor,
                Optional.of(alert.facts().edition()),
                detail);
    }

    static ObjectNode nothing() {
        return JsonNodeFactory.instance.objectNode();
    }
}
