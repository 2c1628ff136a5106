package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * An order as it is stored. Immutable, as long as nobody writes into the title.
 *
 * @param collecting whether it takes further alerts in
 * @param items assets, or whatever else its alerts are about
 * @param itemsOpen those of them with an alert that is not closed
 * @param title in both languages; empty fields: none yet
 */
record OrderRow(
        long id,
        OrderKey key,
        AlertState state,
        boolean collecting,
        Severity severity,
        int items,
        int itemsOpen,
        Optional<Instant> due,
        Optional<String> assignee,
        ObjectNode title,
        Optional<Instant> closed) {
    OrderRow sealed() {
        return new OrderRow(id, key, state, false, severity, items, itemsOpen, due, assignee, title, closed);
    }

    OrderRow assigned(String to) {
        return new OrderRow(
                id, key, state, collecting, severity, items, itemsOpen, due, Optional.of(to), title, closed);
    }

    OrderRow titled(ObjectNode text) {
        return new OrderRow(id, key, state, collecting, severity, items, itemsOpen, due, assignee, text, closed);
    }
}
