package de.hexapolis.orders;

import de.hexapolis.rules.Bundling;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.Severity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The orders of one transaction: locked by number, joined, opened, and derived from their alerts at its end. One thread. */
final class OrderBook {
    /** @param isNew whether the order was opened for it */
    record Joined(long order, boolean isNew) {}

    private final Connection connection;
    private final Instant now;
    private final Map<Long, OrderRow> orders = new TreeMap<>();
    /** As the store has them; an order of this transaction has none. */
    private final Map<Long, OrderRow> before = new HashMap<>();

    private final Map<Long, Names> titles = new HashMap<>();
    private final Map<Long, Integer> joined = new HashMap<>();

    OrderBook(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** To be called once, after the alerts are locked and before anything is joined or opened. */
    void lock(Collection<Long> ids, Collection<OrderKey> keys) throws SQLException {
        if (!ids.isEmpty() || !keys.isEmpty()) {
            orders.putAll(LockOrders.on(connection, ids, keys));
            before.putAll(orders);
        }
    }

    Collection<OrderRow> locked() {
        return orders.values();
    }

    void change(OrderRow order) {
        orders.put(order.id(), order);
    }

    /** The order that collects for this work, with room for one more; keys come in their order. */
    Joined join(OrderKey key, Severity severity, Bundling bundling, Names title) throws SQLException {
        boolean isNew = false;
        OrderRow order = collecting(key).orElse(null);
        if (order == null) {
            InsertOrder.Opened opened = InsertOrder.on(connection, key, true, severity, "rule", now);
            order = opened.order();
            orders.put(order.id(), order);
            isNew = opened.isNew();
            if (!isNew) {
                before.put(order.id(), order);
            }
        }
        titles.put(order.id(), title);
        if (order.items() + joined.merge(order.id(), 1, Integer::sum) >= bundling.atMost()) {
            OrderRow full = order.sealed();
            SaveOrder.on(connection, List.of(full), now);
            orders.put(full.id(), full);
        }
        return new Joined(order.id(), isNew);
    }

    private Optional<OrderRow> collecting(OrderKey key) {
        return orders.values().stream()
                .filter(order -> order.collecting() && order.key().equals(key))
                .findFirst();
    }

    /** An order of its own. */
    long open(OrderKey key, Severity severity, Names title, String madeBy) throws SQLException {
        OrderRow order = InsertOrder.on(connection, key, false, severity, madeBy, now)
                .order()
                .titled(StoredEvidence.names(title));
        orders.put(order.id(), order);
        return order.id();
    }

    /** Derives all of them from their alerts, writes those that differ, and says what is to be told. */
    List<NoticeRow> save() throws SQLException {
        if (orders.isEmpty()) {
            return List.of();
        }
        Map<Long, List<DeriveOrder.Item>> items = ReadItems.on(connection, orders.keySet());
        List<OrderRow> changed = new ArrayList<>();
        List<NoticeRow> notices = new ArrayList<>();
        for (OrderRow order : orders.values()) {
            OrderRow derived = titled(DeriveOrder.of(order, items.getOrDefault(order.id(), List.of()), now));
            if (!derived.equals(before.get(order.id()))) {
                changed.add(derived);
                notice(derived).ifPresent(notices::add);
            }
        }
        SaveOrder.on(connection, changed, now);
        return notices;
    }

    private OrderRow titled(OrderRow order) throws SQLException {
        if (!titles.containsKey(order.id())) {
            return order;
        }
        String place =
                PlaceNames.district(connection, order.key().city(), order.key().district());
        return order.titled(OrderTitle.filled(Objects.requireNonNull(titles.get(order.id())), order.items(), place));
    }

    /** Empty where nobody outside would see a difference. */
    private Optional<NoticeRow> notice(OrderRow order) {
        OrderRow earlier = before.get(order.id());
        if (earlier == null) {
            return Optional.of(TellOrders.of(order, "order.opened", "opened", now));
        }
        if (order.sealed().equals(earlier.sealed())) {
            return Optional.empty();
        }
        String change =
                order.state() == earlier.state() ? "items" : order.state().wireName();
        boolean isClosed = order.state().isClosed() && !earlier.state().isClosed();
        return Optional.of(TellOrders.of(order, isClosed ? "order.closed" : "order.changed", change, now));
    }
}
