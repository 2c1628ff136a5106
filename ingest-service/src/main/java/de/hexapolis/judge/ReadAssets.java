package de.hexapolis.judge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.store.PostgresArray;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registry says of assets. Stateless. */
final class ReadAssets {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQL =
            """
            select a.asset_id, a.city_id, c.zone, a.kind, a.district_id, a.reference, a.tags, a.properties, a.longitude,
                a.latitude, a.retired
            from asset a join city c using (city_id)
            where a.asset_id = any (?)
            """;

    private ReadAssets() {}

    static Map<Long, AssetFacts> on(Connection connection, long[] assets) throws SQLException {
        Map<Long, AssetFacts> facts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    facts.put(row.getLong("asset_id"), asset(row));
                }
            }
        }
        return facts;
    }

    private static AssetFacts asset(ResultSet row) throws SQLException {
        return new AssetFacts(
                row.getLong("asset_id"),
                new CityId(row.getString("city_id")),
                ZoneId.of(row.getString("zone")),
                row.getString("kind"),
                Optional.ofNullable(row.getString("district_id")),
                row.getString("reference"),
                List.of((String[]) row.getArray("tags").getArray()),
                json(row.getString("properties")),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                row.getBoolean("retired"));
    }

    /** @param document of a column {@code jsonb}, so it is one */
    static JsonNode json(String document) {
        try {
            return JSON.readTree(document);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("the database gave what is no JSON", defect);
        }
    }
}
