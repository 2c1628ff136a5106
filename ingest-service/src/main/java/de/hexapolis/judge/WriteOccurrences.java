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
    private static final String CONFIRM =
            """
            update occurrence set detail = ?::jsonb || detail, changed_at = ?
            where occurrence_id = ? and not jsonb_exists(detail, 'series')
            """;
    private static final String INSERT =
            """
            insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
            values (?, ?, ?, ?, ?::jsonb, 'sensor', ?)
            on conflict do nothing
            """;

    private WriteOccurrences() {}

    static void on(Connection connection, Map<AssetFacts, OccurrenceChanges> changes, Instant now) throws SQLException {
        if (changes.values().stream().allMatch(OccurrenceChanges::isEmpty)) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement confirm = connection.prepareStatement(CONFIRM);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Map.Entry<AssetFacts, OccurrenceChanges> one : changes.entrySet()) {
                for (long id : one.getValue().gone()) {
                    delete.setLong(1, id);
                    delete.addBatch();
                }
                for (Map.Entry<Long, SensedOccurrence> told :
                        one.getValue().confirmed().entrySet()) {
                    confirm.setString(1, told.getValue().detail().toString());
                    confirm.setObject(2, SqlTimes.of(now));
                    confirm.setLong(3, told.getKey());
                    confirm.addBatch();
                }
                for (SensedOccurrence told : one.getValue().opened()) {
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
            confirm.executeBatch();
            insert.executeBatch();
        }
    }
}
