package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Ends the installations of a blueprint's devices that are no longer in it. The devices stay known, so that what they
 * still send waits in quarantine as not installed. Stateless.
 */
public final class EndInstallations {
    private static final String SQL =
            """
            update installation i set installed_until = greatest(?, i.installed_from + interval '1 microsecond')
            from device d
            where d.device_id = i.device_id and d.blueprint_id = ? and d.device_key <> all (?)
                and (i.installed_until is null)
            returning d.device_id
            """;

    private EndInstallations() {}

    /** @param remaining the keys of devices that are still in the blueprint */
    public static Ended on(Connection connection, String blueprint, Collection<String> remaining, Instant at)
            throws SQLException {
        Consequences consequences = new Consequences();
        int ended = 0;
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, blueprint);
            statement.setArray(3, connection.createArrayOf("text", remaining.toArray()));
            try (ResultSet devices = statement.executeQuery()) {
                while (devices.next()) {
                    consequences.add(devices.getLong(1), at);
                    ended++;
                }
            }
        }
        return new Ended(ended, consequences);
    }

    /** How many installations were ended, and whose readings that concerns. */
    public record Ended(int installations, Consequences consequences) {}
}
