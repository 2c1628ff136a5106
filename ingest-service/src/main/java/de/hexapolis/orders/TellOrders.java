package de.hexapolis.orders;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/** Makes the notice of an order. Stateless. */
final class TellOrders {
    private TellOrders() {}

    static NoticeRow of(OrderRow order, String kind, String change, Instant now) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", order.id()).put("city", order.key().city().value());
        body.put("crew", order.key().crew().crew());
        if (!order.key().district().isEmpty()) {
            body.put("district", order.key().district());
        }
        body.put("work", order.key().work());
        body.set("title", order.title());
        body.put("state", order.state().wireName())
                .put("severity", order.severity().wireName());
        body.put("items", order.items()).put("items_open", order.itemsOpen());
        order.due().ifPresent(due -> body.put("due_at", due.toString()));
        order.closed().ifPresent(closed -> body.put("closed_at", closed.toString()));
        body.put("change", change);
        return new NoticeRow(
                order.key().city(),
                order.key().crew().crew(),
                kind,
                Optional.empty(),
                Optional.of(order.id()),
                order.severity(),
                now,
                Optional.empty(),
                Optional.empty(),
                body);
    }
}
