package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one transaction does to alerts and orders. It locks alerts by number, then orders by number; then come inserts, and
 * the outbox last, which is left to the caller: so a judge, a command and a timer cannot deadlock. One thread.
 */
final class Changes {
    private final Connection connection;
    private final Instant now;
    private final Map<Long, Instant> received;
    private final Map<Long, Alert> alerts = new TreeMap<>();
    private final OrderBook orders;
    private final List<HistoryRow> history = new ArrayList<>();
    private final List<TimerRow> timers = new ArrayList<>();
    private final List<Telling> tellings = new ArrayList<>();

    Changes(Connection connection, Instant now) {
        this(connection, now, Map.of());
    }

    /** @param received when what caused them was received, by the asset's number */
    Changes(Connection connection, Instant now, Map<Long, Instant> received) {
        this.connection = connection;
        this.now = now;
        this.received = Map.copyOf(received);
        this.orders = new OrderBook(connection, now);
    }

    /** Takes alerts over that are locked, and locks their orders. */
    void take(Map<Long, Alert> locked, Collection<OrderKey> alsoCollecting) throws SQLException {
        alerts.putAll(locked);
        orders.lock(
                locked.values().stream()
                        .flatMap(alert -> alert.facts().orderId().stream())
                        .distinct()
                        .toList(),
                alsoCollecting);
    }

    Collection<Alert> alerts() {
        return alerts.values();
    }

    OrderBook orders() {
        return orders;
    }

    Connection connection() {
        return connection;
    }

    Instant now() {
        return now;
    }

    void note(HistoryRow row) {
        history.add(row);
    }

    void set(TimerRow timer) {
        timers.add(timer);
    }

    void tell(Telling telling) {
        tellings.add(telling);
    }

    /** Writes all of it; the notices are for {@link AppendNotices}, as the last thing before the commit. */
    List<NoticeRow> write() throws SQLException {
        SaveAlerts.on(connection, alerts.values(), now);
        List<NoticeRow> ofOrders = orders.save();
        AppendHistory.on(connection, history, now);
        SetTimers.on(connection, timers);
        List<NoticeRow> notices = new ArrayList<>(TellAlerts.on(connection, tellings, received, now));
        notices.addAll(ofOrders);
        return notices;
    }
}
