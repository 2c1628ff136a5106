package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Bytes on disk for each observation, its index included; on TimescaleDB before and after compression. */
record DiskUse(World world) {
    private static final String ROWS = "select count(*) from observation";
    private static final String IS_TIMESCALE = "select count(*) from pg_extension where extname = 'timescaledb'";
    private static final String PARTITIONS =
            "select coalesce(sum(pg_total_relation_size(inhrelid)), 0) from pg_inherits where inhparent = 'observation'::regclass";
    private static final String HYPERTABLE = "select hypertable_size('observation')";
    private static final String COMPRESS =
            "select count(compress_chunk(c, if_not_compressed => true)) from show_chunks('observation', older_than => interval '14 days') c";
    private static final String ROLLUPS =
            "select pg_total_relation_size('rollup_hour') + pg_total_relation_size('rollup_day')";

    List<Check> checks() throws SQLException {
        try (Connection connection = world.database().open();
                Statement statement = connection.createStatement()) {
            double rows = number(statement, ROWS);
            boolean timescale = number(statement, IS_TIMESCALE) > 0;
            List<Check> checks = new ArrayList<>();
            String engine = timescale ? "TimescaleDB" : "PostgreSQL";
            checks.add(Check.figure(
                    "on disk, " + engine,
                    number(statement, timescale ? HYPERTABLE : PARTITIONS) / rows,
                    "bytes/observation"));
            if (timescale) {
                double chunks = number(statement, COMPRESS);
                checks.add(Check.figure(
                        "on disk, with %.0f chunks compressed".formatted(chunks),
                        number(statement, HYPERTABLE) / rows,
                        "bytes/observation"));
            }
            checks.add(Check.figure("rollups beside it", number(statement, ROLLUPS) / rows, "bytes/observation"));
            return checks;
        }
    }

    private static double number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getDouble(1);
        }
    }
}
