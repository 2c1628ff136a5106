package de.hexapolis.store;

import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** A fresh database with a city in Berlin's zone, a bin, a device and some series of it. */
public final class Fixture implements AutoCloseable {
    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private final DatabaseServer server = DatabaseServer.migrated();

    /** @param series how many series, numbered from 1 */
    public Fixture(int series) {
        execute("insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin')");
        execute("insert into asset_kind (kind, name_de, name_en) values ('bin', 'Abfallbehälter', 'Bin')");
        execute(
                """
                insert into asset (city_id, reference, kind, name, longitude, latitude, changed_at)
                values ('fulda', 'B-1', 'bin', 'Bin 1', 9.67, 50.55, '2026-01-01Z')
                """);
        execute("insert into device (device_key, city_id, changed_at) values ('bin-1', 'fulda', '2026-01-01Z')");
        execute(
                """
                insert into series (asset_id, device_id, city_id, quantity, channel)
                select 1, 1, 'fulda', 'fill_level', 'c' || n from generate_series(1, %d) n
                """
                        .formatted(series));
    }

    public DataSource database() {
        return server.dataSource();
    }

    public MessageStore store() {
        return new MessageStore(database(), new Partitions(database()));
    }

    public void execute(String sql) {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    /** The first column of each row, as text. */
    public List<String> column(String sql) {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (result.next()) {
                values.add(String.valueOf(result.getString(1)));
            }
            return values;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    /** A message whose payload is its name. */
    public static RawMessage raw(String name) {
        return new RawMessage(
                "own",
                "v1/fulda/bin-1/telemetry",
                name.getBytes(StandardCharsets.UTF_8),
                Instant.parse("2026-07-01T12:00:00Z"));
    }

    public static ObservationRow row(int series, String observedAt, double value) {
        return row(series, Instant.parse(observedAt), value);
    }

    public static ObservationRow row(int series, Instant observedAt, double value) {
        Instant day = observedAt.atZone(ZONE).toLocalDate().atStartOfDay(ZONE).toInstant();
        return new ObservationRow(series, observedAt, value, (short) 0, day, false);
    }

    public static MessageRows message(String name, ObservationRow... rows) {
        return new MessageRows(raw(name), List.of(rows), List.of(), List.of(), Optional.empty());
    }

    @Override
    public void close() {
        server.close();
    }
}
