package de.hexapolis.trials.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Registers the devices that the simulator's load speaks for: a city of its own, an asset of kind bin for each, so that
 * no trial meets the rows of another. Done in SQL, under the registry's own rules (its lock, its version, its NOTIFY).
 */
final class LoadDevices {
    private static final String HOLD = "select pg_advisory_xact_lock(740001)";
    private static final String KIND =
            """
            insert into asset_kind (kind, name_de, name_en, main_quantity) values ('bin', 'Abfallbehälter', 'Bin',
                'fill_level') on conflict do nothing
            """;
    private static final String CITY =
            "insert into city (city_id, name, zone, open) values (?, ?, 'Europe/Berlin', true) on conflict do nothing";
    private static final String DISTRICTS =
            """
            insert into district (city_id, district_id, name)
            select c, 'd' || n, 'District ' || n from (values (?)) city (c), generate_series(0, 9) n
            on conflict do nothing
            """;
    private static final String ASSETS =
            """
            insert into asset (city_id, reference, kind, name, longitude, latitude, district_id, changed_at)
            select c, 'L-' || lpad(n::text, greatest(5, length(n::text)), '0'), 'bin', 'Load ' || n, 9.6 + 0.001 * (n % 100),
                50.5 + 0.001 * (n / 100), 'd' || n % 10, now()
            from (values (?)) city (c), generate_series(1, ?) n
            on conflict do nothing
            """;
    private static final String DEVICES =
            """
            insert into device (device_key, city_id, expected_interval_seconds, changed_at)
            select c || '-' || lpad(n::text, greatest(5, length(n::text)), '0'), c, 60, now()
            from (values (?)) city (c), generate_series(1, ?) n
            on conflict do nothing
            """;
    private static final String INSTALLATIONS =
            """
            insert into installation (device_id, asset_id, installed_from)
            select d.device_id, a.asset_id, '2010-01-01Z'
            from device d join asset a on a.city_id = d.city_id and a.reference = 'L-' || substr(d.device_key, length(d.city_id) + 2)
            where d.city_id = ?
            on conflict do nothing
            """;
    private static final String CHANGED = "update registry_version set version = version + 1";
    private static final String TELL = "notify registry";

    private LoadDevices() {}

    static void register(Connection connection, String city, int devices) throws SQLException {
        connection.setAutoCommit(false);
        run(connection, HOLD);
        run(connection, KIND);
        run(connection, CITY, city, city);
        run(connection, DISTRICTS, city);
        run(connection, ASSETS, city, devices);
        run(connection, DEVICES, city, devices);
        run(connection, INSTALLATIONS, city);
        run(connection, CHANGED);
        run(connection, TELL);
        connection.commit();
    }

    private static void run(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        }
    }
}
