package de.hexapolis.pulse;

import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Writes down through whom devices were heard; a row is renewed once it is most of a day old. A device that was deleted
 * meanwhile is left out. Stateless.
 */
final class UpsertRoutes {
    private static final String SQL =
            """
            insert into device_route (device_id, source, gateway, heard_at)
            select r.device_id, r.source, r.gateway, r.heard_at
            from unnest(?::bigint[], ?::text[], ?::text[], ?::timestamptz[]) as r (device_id, source, gateway, heard_at)
            where exists (select from device d where d.device_id = r.device_id)
            on conflict (device_id, source, gateway) do update set heard_at = excluded.heard_at
                where device_route.heard_at < excluded.heard_at - interval '20 hours'
            """;

    private static final Comparator<Heard.Route> BY_KEY = Comparator.comparingLong(Heard.Route::deviceId)
            .thenComparing(Heard.Route::source)
            .thenComparing(Heard.Route::gateway);

    private UpsertRoutes() {}

    static void on(Connection connection, Map<Heard.Route, Instant> routes) throws SQLException {
        if (routes.isEmpty()) {
            return;
        }
        List<Heard.Route> inOrder = routes.keySet().stream().sorted(BY_KEY).toList();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            inOrder.stream().mapToLong(Heard.Route::deviceId).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "text", inOrder.stream().map(Heard.Route::source).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "text", inOrder.stream().map(Heard.Route::gateway).toArray()));
            statement.setArray(
                    4,
                    connection.createArrayOf(
                            "timestamptz",
                            inOrder.stream()
                                    .map(route -> routes.getOrDefault(route, Instant.EPOCH)
                                            .atOffset(ZoneOffset.UTC))
                                    .toArray()));
            statement.executeUpdate();
        }
    }
}
