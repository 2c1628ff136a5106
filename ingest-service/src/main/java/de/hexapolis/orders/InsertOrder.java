package de.hexapolis.orders;

import de.hexapolis.rules.Severity;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Opens an order; where one collects for the same work already, that one is locked and answered, once whoever opened it
 * has committed. Stateless.
 */
final class InsertOrder {
    /** @param isNew whether it was not there before */
    record Opened(OrderRow order, boolean isNew) {}

    private static final String SQL =
            """
            insert into work_order as o (city_id, crew_id, district_id, work, collecting, severity, made_by, opened_at,
                changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (city_id, crew_id, district_id, work) where collecting
                do update set changed_at = excluded.changed_at
            returning o.*, xmax = 0 as is_new
            """;
    private static final String STAFF =
            """
            insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
            values (?, ?, 'Verwaltung', 'Staff', '{}', ?)
            on conflict do nothing
            """;

    private InsertOrder() {}

    static Opened on(
            Connection connection, OrderKey key, boolean collecting, Severity severity, String madeBy, Instant now)
            throws SQLException {
        if (key.crew().crew().equals(OrderKey.STAFF)) {
            ensureStaff(connection, key, now);
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            insert.setString(1, key.city().value());
            insert.setString(2, key.crew().crew());
            insert.setString(3, key.district());
            insert.setString(4, key.work());
            insert.setBoolean(5, collecting);
            insert.setInt(6, Columns.of(severity));
            insert.setString(7, madeBy);
            insert.setObject(8, Columns.of(now));
            insert.setObject(9, Columns.of(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Opened(LockOrders.order(row), row.getBoolean("is_new"));
            }
        }
    }

    private static void ensureStaff(Connection connection, OrderKey key, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(STAFF)) {
            insert.setString(1, key.city().value());
            insert.setString(2, OrderKey.STAFF);
            insert.setObject(3, Columns.of(now));
            insert.executeUpdate();
        }
    }
}
