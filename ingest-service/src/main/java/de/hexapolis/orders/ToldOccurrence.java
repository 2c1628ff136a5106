package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Occurrences by a person's word, which goes before the sensors'. Stateless. */
public final class ToldOccurrence {
    /**
     * What a person says.
     *
     * @param kind empty: as it was
     * @param at empty: as it was, or now
     */
    public record Word(Optional<String> kind, Optional<Instant> at, Optional<String> text, String person) {}

    /** One that was told. */
    public record Row(long id, long asset, String city) {}

    private static final String TELL =
            """
            insert into occurrence (asset_id, city_id, kind, happened_at, detail, told_by, corrected_by, corrected_at,
                changed_at)
            values (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('text', ?::text)), 'person', ?, ?, ?)
            returning occurrence_id
            """;
    private static final String READ = "select asset_id, city_id from occurrence where occurrence_id = ? for update";
    private static final String CORRECT =
            """
            update occurrence set kind = coalesce(?, kind), happened_at = coalesce(?, happened_at), removed = ?,
                detail = detail || jsonb_strip_nulls(jsonb_build_object('text', ?::text)), corrected_by = ?,
                corrected_at = ?, changed_at = ?
            where occurrence_id = ?
            """;

    private ToldOccurrence() {}

    public static Row tell(Connection connection, long asset, String city, Word word, Instant now) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(TELL)) {
            insert.setLong(1, asset);
            insert.setString(2, city);
            insert.setString(3, word.kind().orElseThrow());
            insert.setObject(4, Columns.of(word.at().orElse(now)));
            insert.setString(5, word.text().orElse(null));
            insert.setString(6, word.person());
            insert.setObject(7, Columns.of(now));
            insert.setObject(8, Columns.of(now));
            try (ResultSet row = insert.executeQuery()) {
                row.next();
                return new Row(row.getLong(1), asset, city);
            }
        }
    }

    /** Locked until the end of the transaction. */
    public static Optional<Row> read(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Row(id, row.getLong("asset_id"), row.getString("city_id")))
                        : Optional.empty();
            }
        }
    }

    /** @param removed whether there was nothing of the kind */
    public static void correct(Connection connection, long id, Word word, boolean removed, Instant now)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(CORRECT)) {
            update.setString(1, word.kind().orElse(null));
            update.setObject(2, Columns.of(word.at()));
            update.setBoolean(3, removed);
            update.setString(4, word.text().orElse(null));
            update.setString(5, word.person());
            update.setObject(6, Columns.of(now));
            update.setObject(7, Columns.of(now));
            update.setLong(8, id);
            update.executeUpdate();
        }
    }
}
