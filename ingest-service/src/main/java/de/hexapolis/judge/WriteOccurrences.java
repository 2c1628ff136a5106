package de.hexapolis.judge;

import de.hexapolis.rules.AssetFacts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/** Writes what happened at assets, as their readings tell it now. Stateless. */
final class WriteOccurrences {
    private static final String DELETE = "delete from occurrence where occurrence_id = ?";
    private static final String INSERT =
            """
            insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
            values (?, ?, ?, ?, ?::jsonb, 'sensor', ?)
            on conflict do nothing
            """;

    private WriteOccurrences() {}

    static void on(Connection connection, Map<AssetFacts, OccurrenceChanges> changes, Instant now) throws SQLException {
        if (changes.values().stream()
                .allMatch(one -> one.opened().isEmpty() && one.gone().isEmpty())) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<AssetFacts, OccurrenceChanges> one : changes.entrySet()) {
                for (long id : one.getValue().gone()) {
                    delete.setLong(1, id);
                    delete.addBatch();
                }
                for (ToldOccurrence told : one.getValue().opened()) {
                    insert.setLong(1, one.getKey().id());
                    insert.setString(2, one.getKey().city().value());
                    insert.setString(3, told.kind());
                    insert.setObject(4, SqlTimes.of(told.at()));
                    insert.setString(5, told.detail().toString());
                    insert.setObject(6, SqlTimes.of(now));
                    insert.addBatch();
                }
            }
            delete.executeBatch();
            insert.executeBatch();
        }
    }
}
