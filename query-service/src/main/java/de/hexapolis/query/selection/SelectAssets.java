package de.hexapolis.query.selection;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement behind {@link AssetSelection}: all of a filter but the status. Stateless. */
final class SelectAssets {
    private static final String SQL = Sql.beside(SelectAssets.class, "select_assets.sql");

    private SelectAssets() {}

    /** The first assets with an id above this one, in the order of their ids. */
    static List<SelectedAsset> run(Connection connection, AssetFilter filter, Caller caller, long afterId, int limit)
            throws SQLException {
        Box bounds = filter.bounds();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Sql.arrayUnlessEmpty(connection, "text", filter.cities()));
            statement.setArray(2, Sql.arrayUnlessEmpty(connection, "text", filter.kinds()));
            statement.setArray(3, Sql.arrayUnlessEmpty(connection, "text", filter.districts()));
            statement.setArray(4, Sql.arrayUnlessEmpty(connection, "bigint", filter.ids()));
            statement.setArray(5, Sql.arrayUnlessEmpty(connection, "text", filter.tags()));
            statement.setString(6, filter.text().map(Sql::containing).orElse(null));
            statement.setDouble(7, bounds.west());
            statement.setDouble(8, bounds.south());
            statement.setDouble(9, bounds.east());
            statement.setDouble(10, bounds.north());
            statement.setBoolean(11, caller.isOperator());
            statement.setArray(12, connection.createArrayOf("text", caller.staffedCities()));
            statement.setLong(13, afterId);
            // the shape of an area is looked at here, so SQL cannot count
            statement.setInt(14, filter.area().isPresent() ? Integer.MAX_VALUE : limit);
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows, filter, limit);
            }
        }
    }

    private static List<SelectedAsset> read(ResultSet rows, AssetFilter filter, int limit) throws SQLException {
        List<SelectedAsset> assets = new ArrayList<>();
        while (assets.size() < limit && rows.next()) {
            SelectedAsset asset = new SelectedAsset(
                    rows.getLong(1),
                    new CityId(rows.getString(2)),
                    ZoneId.of(rows.getString(3)),
                    rows.getString(4),
                    Optional.ofNullable(rows.getString(5)),
                    rows.getDouble(6),
                    rows.getDouble(7));
            if (filter.holds(asset.longitude(), asset.latitude())) {
                assets.add(asset);
            }
        }
        return assets;
    }
}
