package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.NamedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The statements for percentiles: exactly from the readings, or estimated from the rollups' digests. Stateless. */
final class Percentiles {
    private static final NamedSql OF_READINGS = NamedSql.beside(Percentiles.class, "percentiles_of_readings.sql");
    private static final NamedSql OF_DIGESTS = NamedSql.beside(Percentiles.class, "percentiles_of_digests.sql");
    private static final int ROWS_AT_ONCE = 2_000;

    private Percentiles() {}

    static void exact(Connection connection, Asked asked, Table table) throws SQLException {
        Map<String, Object> values = StatementValues.of(connection, asked, ReadingPlan.raw(asked.calendar(), false));
        try (PreparedStatement statement = OF_READINGS.with(connection, values)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                List<AggregateFunction> percentiles = percentilesOf(asked);
                while (row.next()) {
                    for (AggregateFunction function : percentiles) {
                        table.put(
                                row.getInt("line"),
                                row.getInt("slot") - 1,
                                function,
                                row.getDouble(function.wireName()));
                    }
                }
            }
        }
    }

    /** The rows come by line, bucket and asset: no more than one asset's digest and one bucket's sums are held. */
    static void estimated(Connection connection, Asked asked, ReadingPlan plan, Table table) throws SQLException {
        Map<String, Object> values = StatementValues.of(connection, asked, plan);
        try (PreparedStatement statement = OF_DIGESTS.with(connection, values)) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                PercentileMeans means = new PercentileMeans(table, percentilesOf(asked));
                while (row.next()) {
                    means.add(
                            row.getInt("line"),
                            row.getInt("slot") - 1,
                            row.getLong("asset"),
                            digest -> digest.add(
                                    row.getInt("count"),
                                    row.getDouble("min"),
                                    row.getDouble("max"),
                                    row.getDouble("sum"),
                                    Digest.pairs(row.getString("digest"))));
                }
                means.close();
            }
        }
    }

    private static List<AggregateFunction> percentilesOf(Asked asked) {
        return asked.functions().stream()
                .filter(AggregateFunction::isPercentile)
                .toList();
    }
}
