package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all installations with their calibrations, by device and time. Stateless. */
final class ReadInstallations {
    private static final String SQL =
            """
            select i.device_id, i.installation_id, i.asset_id, a.city_id, i.installed_from, i.installed_until
            from installation i join asset a using (asset_id)
            order by i.device_id, i.installed_from
            """;

    private ReadInstallations() {}

    static Map<Long, List<Installation>> from(
            Connection connection, Map<String, ReadCities.City> cities, Map<Long, List<Calibration>> calibrations)
            throws SQLException {
        Map<Long, List<Installation>> installations = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setFetchSize(RegistryLoader.FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    installations
                            .computeIfAbsent(rows.getLong(1), id -> new ArrayList<>(1))
                            .add(installation(rows, cities, calibrations));
                }
            }
        }
        return installations;
    }

    private static Installation installation(
            ResultSet row, Map<String, ReadCities.City> cities, Map<Long, List<Calibration>> calibrations)
            throws SQLException {
        long installationId = row.getLong(2);
        ReadCities.City city = Objects.requireNonNull(cities.get(row.getString(4)), "city of an asset");
        @Nullable OffsetDateTime until = row.getObject(6, OffsetDateTime.class);
        return new Installation(
                installationId,
                row.getLong(3),
                city.id(),
                city.zone(),
                city.rawRetentionDays(),
                city.rawFrom(),
                row.getObject(5, OffsetDateTime.class).toInstant(),
                until == null ? Optional.empty() : Optional.of(until.toInstant()),
                calibrations.getOrDefault(installationId, List.of()));
    }
}
