package de.hexapolis.query.selection;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement behind {@link AssetSelection}: all of a filter but the status. Stateless. */
final class SelectAssets {
    private static final NamedSql SQL = NamedSql.beside(SelectAssets.class, "select_assets.sql");
    private static final int ROWS_AT_ONCE = 5_000;

    private SelectAssets() {}

    /**
     * Which of the assets that a filter means: those above an id, so many of them.
     *
     * @param heardSince retired ones too, if something was heard of them then or later; empty: none of them
     */
    record Part(long afterId, int limit, Optional<Instant> heardSince) {
        Part withoutLimit() {
            return new Part(afterId, Integer.MAX_VALUE, heardSince);
        }
    }

    /** The first assets with an id above that of the page, in the order of their ids. */
    static List<SelectedAsset> run(Connection connection, AssetFilter filter, Caller caller, Part part)
            throws SQLException {
        Box bounds = filter.bounds();
        Map<String, Object> values = new HashMap<>();
        values.put("cities", asked(connection, "text", filter.cities()));
        values.put("kinds", asked(connection, "text", filter.kinds()));
        values.put("districts", asked(connection, "text", filter.districts()));
        values.put("ids", asked(connection, "bigint", filter.ids()));
        values.put("tags", asked(connection, "text", filter.tags()));
        values.put("pattern", filter.text().<Object>map(Sql::containing).orElse(NamedSql.NOTHING));
        values.put("everywhere", bounds.equals(Box.WORLD));
        values.put("west", bounds.west());
        values.put("south", bounds.south());
        values.put("east", bounds.east());
        values.put("north", bounds.north());
        values.put("sees_all", caller.isOperator());
        values.put("staffed", connection.createArrayOf("text", caller.staffedCities()));
        values.put("heard_since", part.heardSince().<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("after_id", part.afterId());
        // the shape of an area is looked at here, so SQL cannot count
        values.put("limit", filter.area().isPresent() ? Integer.MAX_VALUE : part.limit());
        try (PreparedStatement statement = SQL.with(connection, values)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, filter, part.limit());
            }
        }
    }

    private static Object asked(Connection connection, String type, Collection<?> items) throws SQLException {
        Array array = Sql.arrayUnlessEmpty(connection, type, items);
        return array == null ? NamedSql.NOTHING : array;
    }

    private static List<SelectedAsset> read(ResultSet rows, AssetFilter filter, int limit) throws SQLException {
        List<SelectedAsset> assets = new ArrayList<>();
        Map<String, CityId> cities = new HashMap<>();
        Map<String, ZoneId> zones = new HashMap<>();
        while (assets.size() < limit && rows.next()) {
            SelectedAsset asset = new SelectedAsset(
                    rows.getLong(1),
                    cities.computeIfAbsent(rows.getString(2), CityId::new),
                    zones.computeIfAbsent(rows.getString(3), ZoneId::of),
                    rows.getString(4),
                    Optional.ofNullable(rows.getString(5)),
                    rows.getDouble(6),
                    rows.getDouble(7),
                    rows.getString(8),
                    rows.getString(9),
                    rows.getBoolean(10));
            if (filter.holds(asset.longitude(), asset.latitude())) {
                assets.add(asset);
            }
        }
        return assets;
    }
}
