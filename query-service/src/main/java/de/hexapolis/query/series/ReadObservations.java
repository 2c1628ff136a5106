package de.hexapolis.query.series;

import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.status.QualityWord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The statements that read single observations of a series, from either end. Stateless. */
final class ReadObservations {
    private static final String OLDEST_FIRST =
            """
            select observed_at, value, quality from observation
            where series_id = ? and observed_at >= ? and observed_at < ?
            order by observed_at limit ?
            """;
    private static final String NEWEST_FIRST =
            """
            select observed_at, value, quality from observation
            where series_id = ? and observed_at >= ? and observed_at < ?
            order by observed_at desc limit ?
            """;

    private ReadObservations() {}

    static List<Observation> run(Connection connection, int series, Span span, int limit) throws SQLException {
        List<Observation> observations = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement(span.newestFirst() ? NEWEST_FIRST : OLDEST_FIRST)) {
            statement.setInt(1, series);
            statement.setObject(2, Sql.utc(span.from()));
            statement.setObject(3, Sql.utc(span.until()));
            statement.setInt(4, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    observations.add(new Observation(
                            Sql.instant(row, "observed_at"),
                            row.getDouble("value"),
                            QualityWord.of(row.getInt("quality"))));
                }
            }
        }
        return observations;
    }
}
