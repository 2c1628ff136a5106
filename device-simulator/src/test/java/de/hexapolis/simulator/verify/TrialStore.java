package de.hexapolis.simulator.verify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.servers.Engine;
import de.hexapolis.simulator.publish.Outgoing;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** Does to a real database what ingest does with a load's messages, in the shortest way. */
final class TrialStore implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String OBSERVATION =
            """
            insert into observation (series_id, quality, observed_at, value)
            select s.series_id, 0, ?::timestamptz, ?
            from series s join device d using (device_id)
            where d.device_key = ? and s.quantity = ?
            on conflict do nothing
            """;
    private static final String QUARANTINE =
            """
            insert into quarantine (fingerprint, source, topic, payload, reason, detail, received_at, last_received_at)
            values (?, 'own', ?, ?, 'malformed', '', now(), now())
            on conflict do nothing
            """;

    private final DatabaseServer server = DatabaseServer.migrated();

    /** With so many devices of city loadtest, each with these quantities. */
    TrialStore(int devices, List<String> quantities) throws SQLException {
        if (server.engine() == Engine.POSTGRESQL) {
            change("create table observation_trial partition of observation default");
        }
        change("insert into city (city_id, name, zone) values ('loadtest', 'Load', 'Europe/Berlin')");
        change("insert into asset_kind (kind, name_de, name_en) values ('bin', 'Eimer', 'bin') on conflict do nothing");
        change(
                """
                with a as (
                    insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                    select 'loadtest', 'L-' || n, 'bin', 'L', 9, 50, now() from generate_series(1, %d) n
                    returning asset_id, reference),
                d as (
                    insert into device (device_key, city_id, changed_at)
                    select 'loadtest-' || lpad(n::text, 5, '0'), 'loadtest', now() from generate_series(1, %1$d) n
                    returning device_id, device_key)
                insert into series (asset_id, device_id, city_id, quantity)
                select a.asset_id, d.device_id, 'loadtest', q
                from a join d on d.device_key = 'loadtest-' || lpad(substr(a.reference, 3), 5, '0')
                cross join unnest(string_to_array('%s', ',')) q
                """
                        .formatted(devices, String.join(",", quantities)));
    }

    DatabaseServer server() {
        return server;
    }

    void change(String sql) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void store(List<Outgoing> messages) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                PreparedStatement good = connection.prepareStatement(OBSERVATION);
                PreparedStatement bad = connection.prepareStatement(QUARANTINE)) {
            for (Outgoing message : messages) {
                if (!add(message, good)) {
                    bad.setBytes(1, fingerprint(message));
                    bad.setString(2, message.topic());
                    bad.setBytes(3, message.payload());
                    bad.addBatch();
                }
            }
            good.executeBatch();
            bad.executeBatch();
        }
    }

    private static boolean add(Outgoing message, PreparedStatement good) throws SQLException {
        try {
            JsonNode json = JSON.readTree(message.payload());
            Instant at = Instant.parse(json.path("observed_at").asText());
            if (json.path("readings").isEmpty()
                    || at.isBefore(Instant.parse("2020-01-01T00:00:00Z"))
                    || at.isAfter(Instant.parse("2090-01-01T00:00:00Z"))) {
                return false;
            }
            for (JsonNode reading : json.path("readings")) {
                good.setString(1, at.toString());
                good.setDouble(2, reading.path("value").asDouble());
                good.setString(3, message.topic().split("/", -1)[2]);
                good.setString(4, reading.path("quantity").asText());
                good.addBatch();
            }
            return true;
        } catch (IOException | DateTimeException poison) {
            return false;
        }
    }

    private static byte[] fingerprint(Outgoing message) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(message.payload());
        } catch (NoSuchAlgorithmException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
