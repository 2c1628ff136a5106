package de.hexapolis.orders;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What an answer is about, and whether it was taken before. Stateless. */
final class ReadAnswered {
    private static final String CITY = "select city_id from work_order where order_id = ?";
    private static final String ALERTS =
            """
            select alert_id from alert
            where order_id = ?
                and case when cardinality(?::bigint[]) = 0 then opened_at <= ? else asset_id = any(?::bigint[]) end
            order by closed_at is not null, alert_id
            """;
    private static final String TAKEN = "select 1 from history where command_id = ? limit 1";
    private static final String SLOWEST =
            """
            select coalesce(max(d.expected_interval_seconds), 3600)
            from series s join device d using (device_id) where s.series_id = any(?)
            """;

    private ReadAnswered() {}

    static Optional<CityId> cityOf(Connection connection, long order) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CITY)) {
            statement.setLong(1, order);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(new CityId(row.getString(1))) : Optional.empty();
            }
        }
    }

    /** Those of these assets, or all that were opened by then. */
    static List<Long> alertsOf(Connection connection, long order, Collection<Long> assets, Instant by)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALERTS)) {
            statement.setLong(1, order);
            statement.setArray(2, Columns.longs(connection, assets));
            statement.setObject(3, Columns.of(by));
            statement.setArray(4, Columns.longs(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                List<Long> alerts = new ArrayList<>();
                while (row.next()) {
                    alerts.add(row.getLong(1));
                }
                return alerts;
            }
        }
    }

    static boolean isTaken(Connection connection, UUID command) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKEN)) {
            statement.setObject(1, command);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    /** At which the slowest of the devices reports that these series come from. */
    static int slowestInterval(Connection connection, Collection<Integer> series) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SLOWEST)) {
            statement.setArray(1, connection.createArrayOf("integer", series.toArray()));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
