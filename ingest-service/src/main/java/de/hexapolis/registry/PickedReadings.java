package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Changes observations in two steps: picks them into the temporary table {@code picked}, then changes just these, and
 * nothing where there are none. TimescaleDB decompresses all that a change may concern before it runs, and knows that
 * only from columns compared with constants; hence the picked ones' series and times stand in the statement as literals.
 * Stateless.
 */
final class PickedReadings {
    /** Stands in a statement for the condition that an observation o is among the picked series and times. */
    private static final String AMONG_PICKED = ":among_picked";

    private static final String BOUNDS =
            """
            select format('o.series_id = any (%L::integer[]) and o.observed_at between timestamptz %L and timestamptz %L',
                array_agg(distinct series_id), min(observed_at), max(observed_at))
            from picked
            """;

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
            return row.getString(1);
        }
    }
}
