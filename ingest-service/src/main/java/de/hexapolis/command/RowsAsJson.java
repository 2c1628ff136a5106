package de.hexapolis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads what a command has written, for its result, and whether rows are there that it names. Stateless. */
final class RowsAsJson {
    static final String ASSET =
            """
            select jsonb_build_object('id', asset_id, 'city', city_id, 'reference', reference, 'kind', kind,
                'name', name, 'longitude', longitude, 'latitude', latitude, 'district', district_id, 'tags', tags,
                'properties', properties, 'open', open, 'retired', retired)
            from asset where city_id = ? and reference = ?
            """;
    static final String DEVICE =
            """
            select jsonb_build_object('device', d.device_key, 'city', d.city_id, 'profile', d.profile_id,
                'expected_interval', 'PT' || d.expected_interval_seconds || 'S',
                'installations', (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'asset', i.asset_id, 'reference', a.reference, 'from', i.installed_from,
                        'until', i.installed_until,
                        'calibrations', (
                            select coalesce(jsonb_agg(jsonb_build_object('valid_from', c.valid_from,
                                'distance_empty_mm', c.distance_empty_mm, 'distance_full_mm', c.distance_full_mm)
                                order by c.valid_from), '[]')
                            from calibration c where c.installation_id = i.installation_id)
                        ) order by i.installed_from), '[]')
                    from installation i join asset a using (asset_id) where i.device_id = d.device_id))
            from device d where d.device_key = ?
            """;
    static final String CITY = "select to_jsonb(c) from city c where city_id = ?";
    static final String KIND = "select to_jsonb(k) from asset_kind k where kind = ?";
    static final String DISTRICT =
            "select to_jsonb(d.district_id) from district d where city_id = ? and district_id = ?";
    /** Whether a device is at an asset just before an instant; or was, if it ended then, as when this is said again. */
    static final String STAY =
            """
            select to_jsonb(i) from installation i
            join device d using (device_id) join asset a using (asset_id)
            where d.device_key = ? and a.city_id = ? and a.reference = ? and i.installed_from < ?::timestamptz
                and coalesce(i.installed_until, 'infinity') >= ?::timestamptz
            """;

    static final String PROFILE = "select to_jsonb(p.profile_id) from profile p where profile_id = ?";

    private static final ObjectMapper JSON = new ObjectMapper();

    private RowsAsJson() {}

    static boolean has(Connection connection, String sql, String... keys) throws SQLException {
        return !one(connection, sql, keys).isMissingNode();
    }

    /** A missing node if there is none. */
    static JsonNode one(Connection connection, String sql, String... keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < keys.length; i++) {
                statement.setString(i + 1, keys[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? JSON.readTree(row.getString(1)) : JsonNodeFactory.instance.missingNode();
            }
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("PostgreSQL gave no JSON for jsonb", defect);
        }
    }
}
