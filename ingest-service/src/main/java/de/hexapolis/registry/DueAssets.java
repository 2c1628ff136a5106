package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Leaves assets to be judged anew, in the transaction that changes what is said of them: their row, who is installed
 * there, calibrations, readings, rules. Stateless.
 */
public final class DueAssets {
    /** How far back readings are judged anew where some were moved or computed again. */
    private static final Duration READINGS_BACK = Duration.ofHours(24);

    private static final String OF =
            """
            insert into due (asset_id, from_at, received_at) select asset_id, ?, ? from unnest(?::bigint[]) as a (asset_id)
            """;
    private static final String OF_KINDS =
            """
            insert into due (asset_id, from_at, received_at)
            select asset_id, ?, ? from asset where kind = any (?::text[])
            """;
    /** The tables of {@link TouchedObservations} name the devices. */
    private static final String OF_AFFECTED =
            """
            insert into due (asset_id, from_at, received_at)
            select asset_id, ?, ? from (
                select i.asset_id from affected f join installation i on i.device_id = f.device_id
                union
                select s.asset_id from affected f join series s on s.device_id = f.device_id) a
            """;
    /** Whoever writes assets says with which time, and does so under the registry's lock. */
    private static final String CHANGED_AT =
            """
            insert into due (asset_id, from_at, received_at)
            select a.asset_id, a.changed_at, a.changed_at
            from unnest(?::text[], ?::text[]) as r (city_id, reference)
            join asset a using (city_id, reference)
            where a.changed_at = ?
            """;

    private static final String OF_DEVICES =
            """
            insert into due (asset_id, from_at, received_at)
            select distinct i.asset_id, d.changed_at, d.changed_at
            from device d join installation i on i.device_id = d.device_id
            where d.changed_at = ? and d.device_key = any (?::text[])
            """;

    private DueAssets() {}

    /**
     * @param from the earliest instant that is to be judged anew
     * @param now the platform's time
     */
    public static void of(Connection connection, Collection<Long> assets, Instant from, Instant now)
            throws SQLException {
        run(connection, OF, from, now, "bigint", assets.toArray());
    }

    /** After a change of rules. */
    public static void all(Connection connection, Collection<String> kinds, Instant now) throws SQLException {
        run(connection, OF_KINDS, now, now, "text", kinds.toArray());
    }

    /** Where the devices of a change were and are installed. */
    static void ofAffectedDevices(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_AFFECTED)) {
            statement.setObject(1, now.minus(READINGS_BACK).atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Those of some assets, named by city and reference, that were written with that time. */
    static void changedAt(Connection connection, Instant at, Collection<String> cities, Collection<String> references)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CHANGED_AT)) {
            statement.setArray(1, connection.createArrayOf("text", cities.toArray()));
            statement.setArray(2, connection.createArrayOf("text", references.toArray()));
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    /** Where those of some devices are installed that were written with that time. */
    static void ofDevicesChangedAt(Connection connection, Instant at, Collection<String> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OF_DEVICES)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("text", keys.toArray()));
            statement.executeUpdate();
        }
    }

    private static void run(
            Connection connection, String sql, Instant from, Instant now, String type, Object[] assetsOrKinds)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, from.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setArray(3, connection.createArrayOf(type, assetsOrKinds));
            statement.executeUpdate();
        }
    }
}
