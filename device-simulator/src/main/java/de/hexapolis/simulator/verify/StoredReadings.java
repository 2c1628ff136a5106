package de.hexapolis.simulator.verify;

import de.hexapolis.simulator.ledger.LoadPlan;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The store's rows of a load's devices within the time of the run. One thread. */
final class StoredReadings {
    private static final String SERIES =
            """
            select s.series_id, d.device_key, s.quantity
            from series s join device d using (device_id)
            where d.device_key = any (?)
            """;

    private static final String OBSERVATIONS =
            """
            select series_id, (extract(epoch from observed_at) * 1000000)::bigint, value
            from observation
            where series_id = any (?)
              and observed_at >= ?::timestamptz
              and observed_at <= ?::timestamptz
            """;

    /** Rows at times at which no run can have been: before 2000, or more than a day ahead. */
    private static final String OUT_OF_TIME =
            """
            select count(*)
            from observation
            where series_id = any (?)
              and (observed_at < '2000-01-01Z' or observed_at > ?::timestamptz + interval '1 day')
            """;

    private static final int FETCH = 20_000;

    private final Connection connection;
    private final LoadPlan plan;

    /** A series of a load device; kind −1: a quantity that the load does not send. */
    record Series(int id, int device, int kind) {}

    /** Takes one row. */
    interface Row {
        void read(int seriesId, long observedAtMicros, double value);
    }

    StoredReadings(Connection connection, LoadPlan plan) {
        this.connection = connection;
        this.plan = plan;
    }

    Map<Integer, Series> series() throws SQLException {
        Map<String, Integer> devices = new HashMap<>();
        IntStream.range(0, plan.devices())
                .forEach(device -> devices.put(plan.deviceId(device).value(), device));
        List<String> kinds =
                plan.kinds().stream().map(quantity -> quantity.wireName()).toList();
        Map<Integer, Series> all = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SERIES)) {
            select.setArray(1, connection.createArrayOf("text", devices.keySet().toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    int device = devices.getOrDefault(rows.getString(2), -1);
                    all.put(rows.getInt(1), new Series(rows.getInt(1), device, kinds.indexOf(rows.getString(3))));
                }
            }
        }
        return all;
    }

    void read(List<Integer> series, Row row) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OBSERVATIONS)) {
            select.setArray(1, ids(series));
            select.setString(2, plan.start().toString());
            select.setString(3, end());
            select.setFetchSize(FETCH);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    row.read(rows.getInt(1), rows.getLong(2), rows.getDouble(3));
                }
            }
        }
    }

    long outOfTime(List<Integer> series) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(OUT_OF_TIME)) {
            select.setArray(1, ids(series));
            select.setString(2, end());
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    private String end() {
        long micros = plan.observedAtMicros(plan.messages()) - plan.startMicros();
        return plan.start().plusNanos(micros * 1_000).toString();
    }

    private Array ids(List<Integer> series) throws SQLException {
        return connection.createArrayOf("integer", series.toArray());
    }
}
