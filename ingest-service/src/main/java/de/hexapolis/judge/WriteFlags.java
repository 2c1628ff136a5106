package de.hexapolis.judge;

import de.hexapolis.rules.FlagSpan;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the flags of series that are new, otherwise, or gone. Stateless. */
final class WriteFlags {
    private static final String DELETE = "delete from series_flag where flag_id = ?";
    private static final String CHANGE =
            "update series_flag set from_at = ?, until_at = ?, changed_at = ? where flag_id = ?";
    private static final String OPEN =
            """
            insert into series_flag (series_id, flag, from_at, until_at, detail, changed_at)
            values (?, ?, ?, ?, jsonb_strip_nulls(jsonb_build_object('value', ?::double precision)), ?)
            """;

    private WriteFlags() {}

    static void on(Connection connection, List<FlagChanges> changes, Instant now) throws SQLException {
        if (changes.stream().allMatch(FlagChanges::isEmpty)) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement change = connection.prepareStatement(CHANGE);
                PreparedStatement open = connection.prepareStatement(OPEN)) {
            for (FlagChanges one : changes) {
                for (long id : one.gone()) {
                    delete.setLong(1, id);
                    delete.addBatch();
                }
                for (FlagChanges.Changed changed : one.changed()) {
                    change.setObject(1, SqlTimes.of(changed.span().from()));
                    change.setObject(2, until(changed.span()));
                    change.setObject(3, SqlTimes.of(now));
                    change.setLong(4, changed.id());
                    change.addBatch();
                }
                for (FlagChanges.Opened opened : one.opened()) {
                    open.setInt(1, one.seriesId());
                    open.setString(2, opened.span().flag());
                    open.setObject(3, SqlTimes.of(opened.span().from()));
                    open.setObject(4, until(opened.span()));
                    open.setObject(
                            5, opened.value().isPresent() ? opened.value().getAsDouble() : null);
                    open.setObject(6, SqlTimes.of(now));
                    open.addBatch();
                }
            }
            delete.executeBatch();
            change.executeBatch();
            open.executeBatch();
        }
        SetQualities.on(
                connection,
                changes.stream().flatMap(one -> one.readings().stream()).toList());
    }

    private static @Nullable OffsetDateTime until(FlagSpan span) {
        return span.until().map(SqlTimes::of).orElse(null);
    }
}
