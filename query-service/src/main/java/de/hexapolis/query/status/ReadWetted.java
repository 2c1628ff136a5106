package de.hexapolis.query.status;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The statement that finds the series whose value was, not long ago, as high as it must have been. Stateless. */
final class ReadWetted {
    private static final String SQL =
            """
            select c.series_id
            from unnest(?::integer[], ?::float8[], ?::timestamptz[]) c (series_id, dry_from, since)
            where exists (
                select from observation o
                where o.series_id = c.series_id and o.observed_at >= c.since and o.observed_at <= ?
                    and o.observed_at >= ? and o.quality = 0 and o.value >= c.dry_from
                offset 0)
            """;

    private ReadWetted() {}

    /** @param dryFrom what the value must have been at least, at or after {@code since} */
    record Candidate(int series, double dryFrom, Instant since) {}

    static Set<Integer> run(Connection connection, List<Candidate> candidates, Instant now) throws SQLException {
        Set<Integer> wetted = new HashSet<>();
        if (candidates.isEmpty()) {
            return wetted;
        }
        Instant earliest = candidates.stream()
                .map(Candidate::since)
                .min(Instant::compareTo)
                .orElse(now);
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "integer",
                            candidates.stream().map(Candidate::series).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "float8",
                            candidates.stream().map(Candidate::dryFrom).toArray()));
            statement.setArray(
                    3,
                    connection.createArrayOf(
                            "timestamptz",
                            candidates.stream()
                                    .map(candidate -> candidate.since().toString())
                                    .toArray()));
            statement.setObject(4, Sql.utc(now));
            statement.setObject(5, Sql.utc(earliest));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    wetted.add(row.getInt(1));
                }
            }
        }
        return wetted;
    }
}
