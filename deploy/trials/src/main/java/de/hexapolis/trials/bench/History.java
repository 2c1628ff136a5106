package de.hexapolis.trials.bench;

import de.hexapolis.trials.world.World;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.SplittableRandom;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A year of 5,000 series, put into the table by COPY, week by week; latest values beside it. One thread. */
final class History {
    static final String CITY = "history";
    static final int SERIES = 5_000;
    static final Duration YEAR = Duration.ofDays(365);

    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final String MAKE_SERIES =
            """
            insert into series (asset_id, device_id, city_id, quantity)
            select i.asset_id, i.device_id, a.city_id, 'fill_level'
            from installation i join asset a on a.asset_id = i.asset_id
            where a.city_id = ?
            order by i.asset_id
            on conflict do nothing
            """;
    private static final String IS_PARTITIONED =
            "select 1 from pg_class where oid = 'observation'::regclass and relkind = 'p'";

    private final World world;
    private final long observations;
    private final Instant end = Instant.now().truncatedTo(ChronoUnit.HOURS);
    private final byte[] block = new byte[BinaryRows.ROW * 1_000];
    private final ByteBuffer rows = ByteBuffer.wrap(block);
    private final SplittableRandom dice = new SplittableRandom(1);

    History(World world, long observations) {
        this.world = world;
        this.observations = observations;
    }

    /** Where the newest readings lie. */
    Instant end() {
        return end;
    }

    /** Loads everything; how long the COPY took. */
    Duration load() throws SQLException {
        world.register(CITY, SERIES);
        try (Connection connection = world.database().open()) {
            try (PreparedStatement statement = connection.prepareStatement(MAKE_SERIES)) {
                statement.setString(1, CITY);
                statement.executeUpdate();
            }
            int[] series = SeriesOf.city(connection, CITY);
            long started = System.nanoTime();
            Instant from = end.minus(YEAR);
            while (from.isBefore(end)) {
                LocalDate week = LocalDate.ofInstant(from, ZoneOffset.UTC)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
                Instant until = week.plusWeeks(1).atStartOfDay(ZoneOffset.UTC).toInstant();
                partition(connection, week);
                copy(connection, series, from, until.isBefore(end) ? until : end);
                from = until;
            }
            return Duration.ofNanos(System.nanoTime() - started);
        }
    }

    /** On TimescaleDB chunks come by themselves. */
    private static void partition(Connection connection, LocalDate week) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (statement.executeQuery(IS_PARTITIONED).next()) {
                statement.execute(
                        "create table if not exists observation_w%s partition of observation for values from ('%sT00:00Z') to ('%sT00:00Z')"
                                .formatted(week.toString().replace("-", ""), week, week.plusWeeks(1)));
            }
        }
    }

    /** In the order of the key: the cheapest for the database. */
    private void copy(Connection connection, int[] series, Instant from, Instant until) throws SQLException {
        long step = Math.max(1, YEAR.toSeconds() * SERIES * 1_000_000 / observations);
        long first = micros(end.minus(YEAR));
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(BinaryRows.COPY);
        copy.writeToCopy(BinaryRows.header(), 0, BinaryRows.HEADER);
        for (int id : series) {
            double value = dice.nextDouble(100);
            long number = Math.max(0, (micros(from) - first + step - 1) / step);
            for (long at = first + number * step; at < micros(until); at += step) {
                value = value > 95 ? 5 : value + dice.nextDouble(2);
                BinaryRows.put(rows, id, at + id, Math.rint(value * 10) / 10);
                if (!rows.hasRemaining()) {
                    flush(copy);
                }
            }
        }
        flush(copy);
        copy.writeToCopy(BinaryRows.trailer(), 0, BinaryRows.trailer().length);
        copy.endCopy();
    }

    private void flush(CopyIn copy) throws SQLException {
        copy.writeToCopy(block, 0, rows.position());
        rows.clear();
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(EPOCH, instant);
    }
}
