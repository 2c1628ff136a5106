package de.hexapolis.query.orders;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.answer.BytesInFlight;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;

/**
 * What a page shows of all orders that are not closed, the most urgent first. Immutable.
 *
 * @param number from 1
 * @param hasNext whether there are less urgent ones behind it
 */
record PageOfOrders(int number, List<Order> orders, boolean hasNext) {
    static final int ORDERS = 100;
    static final int LAST = 1_000;

    PageOfOrders {
        orders = List.copyOf(orders);
    }

    /** @param share gets room for the alerts before they are read */
    static PageOfOrders read(Connection connection, int number, Caller caller, BytesInFlight.Share share)
            throws SQLException {
        List<Long> found = MostUrgentOrders.run(connection, caller, (number - 1) * ORDERS, ORDERS + 1);
        boolean more = found.size() > ORDERS;
        List<Long> ids = more ? found.subList(0, ORDERS) : found;
        List<Order> orders = OrderList.these(connection, ids, caller, share).stream()
                .sorted(Comparator.comparingInt(order -> ids.indexOf(order.id())))
                .toList();
        return new PageOfOrders(number, orders, more && number < LAST);
    }
}
