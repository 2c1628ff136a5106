package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** The statements for all functions but percentiles. Stateless. */
final class Combine {
    private static final NamedSql SUMS = NamedSql.beside("combine_sums.sql");
    private static final NamedSql IN_TIME = NamedSql.beside("combine_in_time.sql");

    private static final Set<AggregateFunction> OF_SUMS = EnumSet.of(
            AggregateFunction.COUNT,
            AggregateFunction.SUM,
            AggregateFunction.MIN,
            AggregateFunction.MAX,
            AggregateFunction.AVG);
    private static final Set<AggregateFunction> OF_TIME = EnumSet.of(
            AggregateFunction.FIRST,
            AggregateFunction.LAST,
            AggregateFunction.DELTA,
            AggregateFunction.TWA,
            AggregateFunction.COVERAGE);

    private Combine() {}

    static boolean needsNeighbours(Asked asked) {
        return asked.asksAnyOf(AggregateFunction.TWA);
    }

    /** Puts the values of each bucket that has readings, or expects some, into the table. */
    static void run(Connection connection, Asked asked, ReadingPlan plan, Table table) throws SQLException {
        Map<String, Object> values = StatementValues.of(connection, asked, plan);
        boolean inTime = asked.functions().stream().anyMatch(OF_TIME::contains);
        if (!inTime) {
            preferHashing(connection);
        }
        values.put("now", Sql.utc(asked.now()));
        values.put(
                "first_and_last",
                asked.asksAnyOf(AggregateFunction.FIRST, AggregateFunction.LAST, AggregateFunction.DELTA));
        values.put("time_weighted", asked.asksAnyOf(AggregateFunction.TWA));
        values.put("coverage", asked.asksAnyOf(AggregateFunction.COVERAGE));
        try (PreparedStatement statement = (inTime ? IN_TIME : SUMS).with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                int line = row.getInt("line");
                int bucket = row.getInt("slot") - 1;
                table.putCount(line, bucket, row.getLong("count"));
                for (AggregateFunction function : inTime ? EnumSet.copyOf(asked.functions()) : OF_SUMS) {
                    if (!function.isPercentile()) {
                        double value = row.getDouble(function.wireName());
                        table.put(line, bucket, function, row.wasNull() ? Double.NaN : value);
                    }
                }
            }
        }
    }

    /** The planner cannot know how few buckets there are, and would sort what a hash table holds easily. */
    private static void preferHashing(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local enable_sort = off");
        }
    }
}
