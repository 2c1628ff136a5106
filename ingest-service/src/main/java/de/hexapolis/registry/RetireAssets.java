package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;

/** Retires a blueprint's assets that are no longer in it, which ends what they were judged by; their history stays. Stateless. */
public final class RetireAssets {
    private static final String SQL =
            """
            with gone as (
                update asset set retired = true, changed_at = ?
                where blueprint_id = ? and not retired and reference <> all (?)
                returning asset_id, changed_at
            )
            insert into due (asset_id, from_at, received_at) select asset_id, changed_at, changed_at from gone
            """;

    private RetireAssets() {}

    /** @return how many */
    public static int on(Connection connection, String blueprint, Collection<String> remaining, Instant at)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, blueprint);
            statement.setArray(3, connection.createArrayOf("text", remaining.toArray()));
            return statement.executeUpdate();
        }
    }
}
