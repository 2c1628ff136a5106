package de.hexapolis.query.assets;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads which devices an asset has and had, the newest first. Stateless. */
final class ReadInstallations {
    private static final String SQL =
            """
            select d.device_key, d.profile_id, i.installed_from, i.installed_until
            from installation i join device d on d.device_id = i.device_id
            where i.asset_id = ?
            order by i.installed_from desc, i.installation_id desc
            """;

    private ReadInstallations() {}

    static List<AssetInstallation> run(Connection connection, long asset) throws SQLException {
        List<AssetInstallation> installations = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    installations.add(new AssetInstallation(
                            row.getString("device_key"),
                            Optional.ofNullable(row.getString("profile_id")),
                            Sql.instant(row, "installed_from"),
                            Sql.instantIfAny(row, "installed_until")));
                }
            }
        }
        return installations;
    }
}
