package de.hexapolis.blueprint;

import de.hexapolis.registry.ReadRules;
import de.hexapolis.rules.OverrideRow;
import de.hexapolis.rules.RuleRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the registry holds already of that which a pack may name. Each map leads from the key to the blueprint that the
 * row belongs to, which is empty for a person's. Immutable.
 *
 * @param blueprints by id, to themselves
 * @param otherRules rules of other packs
 * @param otherOverrides of other packs
 * @param devices those of the pack's keys that are registered
 */
record KnownRows(
        Map<String, String> blueprints,
        Map<String, String> kinds,
        Map<String, String> profiles,
        Map<String, String> districts,
        Map<String, String> assets,
        Map<String, String> devices,
        Optional<City> city,
        List<RuleRow> otherRules,
        List<OverrideRow> otherOverrides) {
    KnownRows {
        otherRules = List.copyOf(otherRules);
        otherOverrides = List.copyOf(otherOverrides);
    }

    record City(String zone, String blueprint) {}

    private static final String BLUEPRINTS = "select blueprint_id, blueprint_id from blueprint";
    private static final String KINDS = "select kind, coalesce(blueprint_id, '') from asset_kind";
    private static final String PROFILES = "select profile_id, coalesce(blueprint_id, '') from profile";
    private static final String DISTRICTS = "select district_id, '' from district where city_id = ?";
    private static final String ASSETS = "select reference, coalesce(blueprint_id, '') from asset where city_id = ?";
    private static final String DEVICES =
            "select device_key, coalesce(blueprint_id, '') from device where device_key = any (?)";
    private static final String CITY = "select zone, coalesce(blueprint_id, '') from city where city_id = ?";

    static KnownRows read(Connection connection, Pack pack) throws SQLException {
        String city = pack.cityId().orElse("");
        String own = pack.manifest().id() + " ";
        List<String> keys = pack.devices().stream()
                .map(device -> device.row().device().deviceKey())
                .toList();
        return new KnownRows(
                query(connection, BLUEPRINTS),
                query(connection, KINDS),
                query(connection, PROFILES),
                query(connection, DISTRICTS, city),
                query(connection, ASSETS, city),
                query(connection, DEVICES, connection.createArrayOf("text", keys.toArray())),
                query(connection, CITY, city).entrySet().stream()
                        .map(row -> new City(row.getKey(), row.getValue()))
                        .findFirst(),
                ReadRules.rules(connection).stream()
                        .filter(rule -> !rule.blueprint().startsWith(own))
                        .toList(),
                ReadRules.overrides(connection).stream()
                        .filter(override -> !override.blueprint().startsWith(own))
                        .toList());
    }

    private static Map<String, String> query(Connection connection, String sql, Object... parameters)
            throws SQLException {
        Map<String, String> rows = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.put(result.getString(1), result.getString(2));
                }
            }
        }
        return rows;
    }
}
