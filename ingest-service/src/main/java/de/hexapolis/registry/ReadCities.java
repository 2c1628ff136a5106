package de.hexapolis.registry;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what an installation needs of its city. Stateless. */
final class ReadCities {
    private static final String SQL =
            """
            select city_id, zone, least(coalesce(raw_retention_days, ?), ?), raw_from
            from city
            """;

    /**
     * @param rawRetentionDays at most
     * @param rawFrom the start of a local day; of days from it on no reading was deleted until this was read.
     *     {@link Instant#MIN} if none ever was
     */
    record City(CityId id, ZoneId zone, int rawRetentionDays, Instant rawFrom) {}

    private ReadCities() {}

    static Map<String, City> from(Connection connection, int platformRetentionDays) throws SQLException {
        Map<String, City> cities = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setInt(1, platformRetentionDays);
            statement.setInt(2, platformRetentionDays);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    ZoneId zone = ZoneId.of(rows.getString(2));
                    Instant rawFrom = firstWholeDay(rows.getObject(4, OffsetDateTime.class), zone);
                    cities.put(id, new City(new CityId(id), zone, rows.getInt(3), rawFrom));
                }
            }
        }
        return cities;
    }

    private static Instant firstWholeDay(@Nullable OffsetDateTime from, ZoneId zone) {
        if (from == null) {
            return Instant.MIN;
        }
        LocalDate day = from.atZoneSameInstant(zone).toLocalDate();
        Instant start = day.atStartOfDay(zone).toInstant();
        return start.isBefore(from.toInstant())
                ? day.plusDays(1).atStartOfDay(zone).toInstant()
                : start;
    }
}
