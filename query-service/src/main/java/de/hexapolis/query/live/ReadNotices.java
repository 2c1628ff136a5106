package de.hexapolis.query.live;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements that read the log of notices; a test of a channel is for that channel alone. Stateless. */
final class ReadNotices {
    static final int MOST = 500;

    private static final String AFTER =
            """
            select notice_id, id, city_id, crew_id, kind, alert_id, order_id, at, body
            from notice where notice_id > ? and kind <> 'channel.test' order by notice_id limit ?
            """;
    private static final String LOG =
            "select coalesce(min(notice_id), 0) as oldest, coalesce(max(notice_id), 0) as newest from notice";

    private ReadNotices() {}

    static List<Notice> after(Connection connection, long number) throws SQLException {
        List<Notice> notices = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(AFTER)) {
            statement.setLong(1, number);
            statement.setInt(2, MOST);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    notices.add(read(row));
                }
            }
        }
        return notices;
    }

    /** The number of the last one; 0 if there is none. */
    static long newest(Connection connection) throws SQLException {
        return log(connection).newest();
    }

    static NoticeLog log(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOG);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new NoticeLog(row.getLong("oldest"), row.getLong("newest"));
        }
    }

    /** As webhooks and the broker name it; what is about neither an alert nor an order is about itself. */
    private static String about(ResultSet row, String kind) throws SQLException {
        String alert = row.getString("alert_id");
        String order = row.getString("order_id");
        if (kind.startsWith("alert.") && alert != null) {
            return "alerts/" + alert;
        }
        return kind.startsWith("order.") && order != null ? "orders/" + order : "notices/" + row.getLong("notice_id");
    }

    private static Notice read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        return new Notice(
                row.getLong("notice_id"),
                row.getObject("id", UUID.class),
                new CityId(row.getString("city_id")),
                Optional.ofNullable(row.getString("crew_id")),
                kind,
                about(row, kind),
                Sql.instant(row, "at"),
                Jsonb.tree(row, "body").orElseThrow());
    }
}
