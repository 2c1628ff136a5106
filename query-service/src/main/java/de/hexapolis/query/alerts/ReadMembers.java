package de.hexapolis.query.alerts;

import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.work.AssetOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads the members of an alert, by their assets' numbers. Stateless. */
final class ReadMembers {
    private static final String SQL =
            """
            select a.asset_id, a.reference, a.name, a.kind, a.district_id, a.longitude, a.latitude, m.since, m.until_at
            from alert_member m join asset a using (asset_id)
            where m.alert_id = ? and m.asset_id > ? and (?::boolean is null or (m.until_at is null) = ?)
            order by m.asset_id limit ?
            """;

    private ReadMembers() {}

    /** @param held empty: whether they are still held back or not */
    static List<Member> run(Connection connection, long alert, Optional<Boolean> held, long afterId, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, alert);
            statement.setLong(2, afterId);
            statement.setObject(3, held.orElse(null), Types.BOOLEAN);
            statement.setObject(4, held.orElse(null), Types.BOOLEAN);
            statement.setInt(5, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Member> members = new ArrayList<>();
                while (row.next()) {
                    members.add(member(row));
                }
                return members;
            }
        }
    }

    private static Member member(ResultSet row) throws SQLException {
        AssetOfWork asset = new AssetOfWork(
                row.getLong("asset_id"),
                row.getString("reference"),
                row.getString("name"),
                row.getString("kind"),
                Optional.ofNullable(row.getString("district_id")),
                row.getDouble("longitude"),
                row.getDouble("latitude"));
        return new Member(asset, Sql.instant(row, "since"), Sql.instantIfAny(row, "until_at"));
    }
}
