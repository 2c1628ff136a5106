package de.hexapolis.registry;

import de.hexapolis.store.SqlLiteral;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * Changes observations in two steps: picks them into the temporary table {@code picked}, then changes just these, and
 * nothing where there are none. The picked ones' series and the time that they span stand in the statement as literals,
 * for the reason that {@link SqlLiteral} gives. Stateless.
 */
final class PickedReadings {
    /** Stands in a statement for the condition that an observation o is among the picked series and times. */
    private static final String AMONG_PICKED = ":among_picked";

    private static final String BOUNDS =
            "select array_agg(distinct series_id), min(observed_at), max(observed_at) from picked";

    private PickedReadings() {}

    /**
     * @param pick inserts into the table picked
     * @param change holds {@code :among_picked} as a condition
     */
    static void change(Connection connection, String pick, String change) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate("delete from picked");
            if (statement.executeUpdate(pick) > 0) {
                statement.executeUpdate(change.replace(AMONG_PICKED, bounds(statement)));
            }
        }
    }

    private static String bounds(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(BOUNDS)) {
            row.next();
            return "o.series_id = any (%s) and o.observed_at between %s and %s"
                    .formatted(
                            SqlLiteral.ofSeries(
                                    List.of((Integer[]) row.getArray(1).getArray())),
                            SqlLiteral.of(row.getObject(2, OffsetDateTime.class).toInstant()),
                            SqlLiteral.of(row.getObject(3, OffsetDateTime.class).toInstant()));
        }
    }
}
