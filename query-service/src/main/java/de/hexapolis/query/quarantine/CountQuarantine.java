package de.hexapolis.query.quarantine;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that counts quarantined messages by reason and device: the 1,000 most frequent. Stateless. */
final class CountQuarantine {
    private static final String SQL = Sql.beside(CountQuarantine.class, "count_quarantine.sql");

    private CountQuarantine() {}

    static List<QuarantineCount> run(Connection connection, QuarantineFilter filter, Caller caller)
            throws SQLException {
        List<QuarantineCount> counts = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            BindFilter.to(statement, connection, filter, caller);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    counts.add(new QuarantineCount(
                            row.getString("reason"),
                            Optional.ofNullable(row.getString("city_id")),
                            Optional.ofNullable(row.getString("device_key")),
                            row.getLong("messages"),
                            row.getLong("repeats"),
                            Sql.instant(row, "first_received_at"),
                            Sql.instant(row, "last_received_at")));
                }
            }
        }
        return counts;
    }
}
