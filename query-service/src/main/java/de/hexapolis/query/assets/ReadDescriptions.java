package de.hexapolis.query.assets;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement that reads the assets' tags and properties. Stateless. */
final class ReadDescriptions {
    private static final String SQL = "select asset_id, tags, properties, open from asset where asset_id = any (?)";

    private ReadDescriptions() {}

    static Map<Long, AssetDescription> run(Connection connection, Collection<Long> assets) throws SQLException {
        Map<Long, AssetDescription> descriptions = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Sql.longs(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    AssetDescription description = new AssetDescription(
                            List.of((String[]) row.getArray("tags").getArray()),
                            Jsonb.tree(row, "properties").orElseThrow(),
                            row.getBoolean("open"));
                    descriptions.put(row.getLong("asset_id"), description);
                }
            }
        }
        return descriptions;
    }
}
