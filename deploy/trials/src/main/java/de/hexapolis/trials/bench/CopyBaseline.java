package de.hexapolis.trials.bench;

import de.hexapolis.trials.world.World;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** How fast the database takes the same rows, in the order of their times, into the same table by COPY and nothing else. */
record CopyBaseline(World world, String city) {
    private static final int BATCH_ROWS = 8_000;
    private static final String EXPORT =
            """
            copy (select o.series_id, o.quality, o.observed_at, o.value from observation o
                join series s on s.series_id = o.series_id where s.city_id = '%s' order by o.observed_at)
            to stdout (format binary)
            """;
    private static final String EMPTY = "truncate observation";

    /** In rows a second. */
    record Speed(double atOnce, double inBatches) {}

    Speed run() throws SQLException, IOException {
        try (Connection connection = world.database().open();
                Statement statement = connection.createStatement()) {
            CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
            ByteArrayOutputStream exported = new ByteArrayOutputStream();
            copy.copyOut(EXPORT.formatted(city), exported);
            byte[] rows = exported.toByteArray();
            statement.execute(EMPTY);
            double atOnce = timed(rows, () -> copy.copyIn(BinaryRows.COPY, new ByteArrayInputStream(rows)));
            statement.execute(EMPTY);
            double inBatches = timed(rows, () -> batches(copy, rows));
            statement.execute(EMPTY);
            return new Speed(atOnce, inBatches);
        }
    }

    private static void batches(CopyManager copy, byte[] rows) throws SQLException, IOException {
        int end = BinaryRows.HEADER + count(rows) * BinaryRows.ROW;
        int step = BATCH_ROWS * BinaryRows.ROW;
        for (int from = BinaryRows.HEADER; from < end; from += step) {
            ByteArrayOutputStream batch = new ByteArrayOutputStream();
            batch.writeBytes(BinaryRows.header());
            batch.write(rows, from, Math.min(step, end - from));
            batch.writeBytes(BinaryRows.trailer());
            copy.copyIn(BinaryRows.COPY, new ByteArrayInputStream(batch.toByteArray()));
        }
    }

    private static double timed(byte[] rows, Step step) throws SQLException, IOException {
        long started = System.nanoTime();
        step.run();
        return count(rows) / ((System.nanoTime() - started) / 1e9);
    }

    private static int count(byte[] rows) {
        return (rows.length - BinaryRows.HEADER - BinaryRows.trailer().length) / BinaryRows.ROW;
    }

    private interface Step {
        void run() throws SQLException, IOException;
    }
}
