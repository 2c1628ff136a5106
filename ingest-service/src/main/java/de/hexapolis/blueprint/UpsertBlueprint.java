package de.hexapolis.blueprint;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Notes which version of a pack is loaded; the same pack leaves the row as it is. Stateless. */
final class UpsertBlueprint {
    private static final String SQL =
            """
            insert into blueprint as b (blueprint_id, version, city_id, fingerprint, loaded_at) values (?, ?, ?, ?, ?)
            on conflict (blueprint_id) do update set
                version = excluded.version, city_id = excluded.city_id, fingerprint = excluded.fingerprint,
                loaded_at = excluded.loaded_at
            where (b.version, b.city_id, b.fingerprint)
                is distinct from (excluded.version, excluded.city_id, excluded.fingerprint)
            """;

    private UpsertBlueprint() {}

    static void on(Connection connection, Pack pack, Instant at) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, pack.manifest().id());
            statement.setString(2, pack.manifest().version());
            statement.setString(3, pack.cityId().orElse(null));
            statement.setString(4, pack.fingerprint());
            statement.setObject(5, at.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }
}
