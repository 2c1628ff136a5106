package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Appends to the outbox. Numbers are taken under a lock that lasts until the commit, so they become visible in their
 * order and a reader can go on after the last one that it saw. Therefore this is the last call before the commit,
 * everywhere. Stateless.
 */
public final class AppendNotices {
    private static final String LOCK = "select pg_advisory_xact_lock(740006)";
    private static final String SQL =
            """
            insert into notice (notice_id, city_id, crew_id, kind, alert_id, order_id, severity, at, observed_at,
                received_at, body)
            values (nextval('notice_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            """;
    private static final String TELL = "select pg_notify('notice', '')";

    private AppendNotices() {}

    public static void on(Connection connection, List<NoticeRow> notices) throws SQLException {
        if (notices.isEmpty()) {
            return;
        }
        hold(connection);
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            for (NoticeRow notice : notices) {
                fill(insert, notice);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(TELL);
        }
    }

    /** Waits for those that append just now; what others wait for is better taken after that. */
    public static void hold(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
    }

    private static void fill(PreparedStatement insert, NoticeRow notice) throws SQLException {
        insert.setString(1, notice.city().value());
        insert.setString(2, notice.crew());
        insert.setString(3, notice.kind());
        insert.setObject(4, notice.alertId().orElse(null));
        insert.setObject(5, notice.orderId().orElse(null));
        insert.setInt(6, Columns.of(notice.severity()));
        insert.setObject(7, Columns.of(notice.at()));
        insert.setObject(8, Columns.of(notice.observedAt()));
        insert.setObject(9, Columns.of(notice.receivedAt()));
        insert.setString(10, Columns.of(notice.body()));
    }
}
