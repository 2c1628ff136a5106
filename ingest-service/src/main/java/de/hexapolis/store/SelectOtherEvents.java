package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The events under whose keys another value is stored. */
final class SelectOtherEvents {
    private static final String SQL =
            """
            select r.number, e.value
            from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[]) with ordinality
                as r (device_id, micros, kind, value, number)
            join event e on e.device_id = r.device_id and e.kind = r.kind
                and e.observed_at = timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond'
            where e.value <> r.value::jsonb
            """;

    private SelectOtherEvents() {}

    /** @return what is stored and what came, for people */
    static Map<EventRow, String> run(Connection connection, List<EventRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            rows.stream().mapToLong(EventRow::deviceId).toArray()));
            statement.setArray(
                    2,
                    PostgresArray.of(
                            connection,
                            rows.stream()
                                    .mapToLong(row -> PostgresTime.micros(row.observedAt()))
                                    .toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", rows.stream().map(EventRow::kind).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "text", rows.stream().map(EventRow::value).toArray()));
            Map<EventRow, String> others = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    EventRow row = rows.get(result.getInt(1) - 1);
                    others.put(
                            row,
                            "event %s at %s is %s, not %s"
                                    .formatted(row.kind(), row.observedAt(), result.getString(2), row.value()));
                }
            }
            return others;
        }
    }
}
