package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements for all functions but percentiles. Stateless. */
final class Combine {
    private static final NamedSql SUMS = NamedSql.beside(Combine.class, "combine_sums.sql");
    private static final NamedSql IN_TIME = NamedSql.beside(Combine.class, "combine_in_time.sql");

    private static final int ROWS_AT_ONCE = 5_000;

    /** Their rollups are sorted as fast as hashed, and a setting is a way to the database and back. */
    private static final int FEW_SERIES = 20;

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
        if (!inTime && asked.members().size() > FEW_SERIES) {
            preferHashing(connection);
        }
        values.put("total", asked.asksAnyOf(AggregateFunction.SUM));
        values.put("least", asked.asksAnyOf(AggregateFunction.MIN));
        values.put("greatest", asked.asksAnyOf(AggregateFunction.MAX));
        values.put("mean", asked.asksAnyOf(AggregateFunction.AVG));
        values.put("now", Sql.utc(asked.now()));
        values.put(
                "first_and_last",
                asked.asksAnyOf(AggregateFunction.FIRST, AggregateFunction.LAST, AggregateFunction.DELTA));
        values.put("time_weighted", asked.asksAnyOf(AggregateFunction.TWA));
        values.put("coverage", asked.asksAnyOf(AggregateFunction.COVERAGE));
        try (PreparedStatement statement = (inTime ? IN_TIME : SUMS).with(connection, values);
                ResultSet row = executed(statement)) {
            List<AggregateFunction> functions = asked.functions().stream()
                    .filter(function -> !function.isPercentile())
                    .toList();
            while (row.next()) {
                int line = row.getInt("line");
                int bucket = row.getInt("slot") - 1;
                table.putCount(line, bucket, row.getLong("count"));
                for (AggregateFunction function : functions) {
                    double value = row.getDouble(function.wireName());
                    table.put(line, bucket, function, row.wasNull() ? Double.NaN : value);
                }
            }
        }
    }

    private static ResultSet executed(PreparedStatement statement) throws SQLException {
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement.executeQuery();
    }

    /** The planner cannot know how few buckets there are, and would sort what a hash table holds easily. */
    private static void preferHashing(Connection connection) throws SQLException {
        try (Statement setting = connection.createStatement()) {
            setting.execute("set local enable_sort = off");
        }
    }
}
