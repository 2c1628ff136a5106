package de.hexapolis.query.orders;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.answer.BytesInFlight;
import de.hexapolis.query.paging.Cursor;
import de.hexapolis.query.paging.Page;
import de.hexapolis.query.paging.PageOf;
import de.hexapolis.query.work.Alert;
import de.hexapolis.query.work.AlertQuestion;
import de.hexapolis.query.work.ReadAlerts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A page of orders with their alerts. Immutable.
 *
 * @param next where the next page begins, if there is one
 */
record OrderList(List<Order> orders, Optional<Cursor> next) {
    /** What is read of an alert, and what is written. */
    private static final int BYTES_AN_ALERT = 3_000;

    private static final int BYTES_AN_ORDER = 2_000;

    /** @param share gets room for the alerts before they are read */
    static OrderList read(
            Connection connection, OrderQuestion question, Caller caller, Page page, BytesInFlight.Share share)
            throws SQLException {
        PageOf<Order> bare =
                page.cut(ReadOrders.run(connection, question, caller, page.beforeKey(), page.rowsToRead()), Order::id);
        takeRoom(bare.rows(), share);
        return new OrderList(withAlerts(connection, bare.rows(), caller), bare.next());
    }

    /** Those of these that the caller may see, the newest first. */
    static List<Order> these(Connection connection, List<Long> ids, Caller caller, BytesInFlight.Share share)
            throws SQLException {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Order> bare = ReadOrders.run(connection, OrderQuestion.of(ids), caller, Long.MAX_VALUE, ids.size());
        takeRoom(bare, share);
        return withAlerts(connection, bare, caller);
    }

    private static void takeRoom(List<Order> bare, BytesInFlight.Share share) {
        long items = bare.stream().mapToLong(Order::items).sum();
        share.takeNow(items * BYTES_AN_ALERT + (long) bare.size() * BYTES_AN_ORDER);
    }

    /** One that the caller may see. */
    static Optional<Order> one(Connection connection, long id, Caller caller) throws SQLException {
        List<Order> bare = ReadOrders.run(connection, OrderQuestion.of(List.of(id)), caller, Long.MAX_VALUE, 1);
        return withAlerts(connection, bare, caller).stream().findFirst();
    }

    private static List<Order> withAlerts(Connection connection, List<Order> orders, Caller caller)
            throws SQLException {
        if (orders.isEmpty()) {
            return orders;
        }
        AlertQuestion ofThese =
                AlertQuestion.ofOrders(orders.stream().map(Order::id).toList());
        Map<Long, List<Alert>> alerts =
                ReadAlerts.run(connection, ofThese, caller, Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                        .collect(Collectors.groupingBy(alert -> alert.order().orElseThrow()));
        return orders.stream()
                .map(order -> order.with(alerts.getOrDefault(order.id(), List.of())))
                .toList();
    }
}
