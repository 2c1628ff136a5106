package de.hexapolis.query.assets;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.status.AssetStates;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The statement that reads one asset, retired ones too, and what hangs on it. Stateless. */
final class ReadAsset {
    private static final String SQL =
            """
            select a.*
            from asset a join city c on c.city_id = a.city_id
            where a.asset_id = ? and (a.open and c.open or ? or a.city_id = any (?))
            """;

    private ReadAsset() {}

    /** Empty if there is none, or none that the caller may see. */
    static Optional<Asset> run(Connection connection, Caller caller, long id, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, id);
            statement.setBoolean(2, caller.isOperator());
            statement.setArray(3, connection.createArrayOf("text", caller.staffedCities()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(connection, row, caller, now)) : Optional.empty();
            }
        }
    }

    private static Asset read(Connection connection, ResultSet row, Caller caller, Instant now) throws SQLException {
        long id = row.getLong("asset_id");
        boolean isStaff = caller.isStaffOf(new CityId(row.getString("city_id")));
        return new Asset(
                id,
                row.getString("city_id"),
                row.getString("reference"),
                row.getString("kind"),
                row.getString("name"),
                row.getDouble("longitude"),
                row.getDouble("latitude"),
                Optional.ofNullable(row.getString("district_id")),
                List.of((String[]) row.getArray("tags").getArray()),
                Jsonb.tree(row, "properties").orElseThrow(),
                row.getBoolean("open"),
                row.getBoolean("retired"),
                Sql.instant(row, "changed_at"),
                AssetStates.of(connection, List.of(id), now).of(id).word(),
                ReadLatest.run(connection, id, isStaff, now),
                isStaff ? Optional.of(ReadInstallations.run(connection, id)) : Optional.empty());
    }
}
