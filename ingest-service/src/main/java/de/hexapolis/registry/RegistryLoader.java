package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Loads a {@link RegistryView}: six queries within one snapshot of the database, however many devices. One thread. */
final class RegistryLoader {
    /** Rows that the driver holds at a time. */
    static final int FETCH_SIZE = 5_000;

    private final DataSource database;
    private final ReadProfiles profiles;
    private final int platformRetentionDays;

    RegistryLoader(DataSource database, ProfileParser parser, int platformRetentionDays) {
        this.database = database;
        this.profiles = new ReadProfiles(parser);
        this.platformRetentionDays = platformRetentionDays;
    }

    /** @param before an older view, whose unchanged parts the new one shares */
    RegistryView load(RegistryView before) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
                return view(connection, before);
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        }
    }

    private RegistryView view(Connection connection, RegistryView before) throws SQLException {
        long version = version(connection);
        Map<String, ReadCities.City> cities = ReadCities.from(connection, platformRetentionDays);
        Map<String, Optional<CityId>> cityIds = new HashMap<>();
        cities.forEach((id, city) -> cityIds.put(id, Optional.of(city.id())));
        Map<String, Optional<DeviceProfile>> parsed = profiles.from(connection);
        Map<Long, List<Installation>> installations =
                ReadInstallations.from(connection, cities, ReadCalibrations.from(connection));
        Map<DeviceId, RegisteredDevice> devices = ReadDevices.from(connection, cityIds, parsed, installations, before);
        return new RegistryView(version, devices, parsed);
    }

    private static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select version from registry_version");
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("table registry_version has no row");
            }
            return row.getLong(1);
        }
    }
}
