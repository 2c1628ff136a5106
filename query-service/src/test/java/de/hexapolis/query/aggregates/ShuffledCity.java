package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.Sql;
import de.hexapolis.servers.DatabaseServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A city whose readings come late, twice and out of order over a change of the clocks, with rollups as some worker may
 * have left them: some days rolled up, some marked (their rollups stale or missing), the rest not yet.
 */
final class ShuffledCity {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    /** Of each series from 1 on: its asset. Asset 1 had its device swapped, asset 2 has two depths. */
    static final List<Integer> ASSET_OF_SERIES = List.of(1, 1, 2, 2, 3, 4, 5);
    /** Of each series from 1 on. */
    static final List<String> CHANNEL_OF_SERIES = List.of("", "", "depth-3", "depth-4", "", "", "");
    /** Of each asset from 1 on; empty: none. */
    static final List<String> DISTRICT_OF_ASSET = List.of("north", "north", "south", "south", "");

    static final List<Integer> INTERVAL_SECONDS = List.of(600, 1800, 3600, 1800, 1560, 7200, 21_600);

    /** In another zone than the others, once its asset has been moved. */
    static final int FAR_SERIES = 7;

    static final ZoneId FAR_ZONE = ZoneId.of("Europe/London");

    private static final String MOVE =
            """
            update asset set city_id = 'newport' where asset_id = 5;
            update series set city_id = 'newport' where asset_id = 5""";

    /** That of the far series. */
    static final int FAR_ASSET = 5;

    /** An asset with one series. */
    static final int LONE_ASSET = 3;

    static final int LONE_SERIES = 5;

    private static final String RETIRE =
            """
            update asset set retired = true where asset_id = %1$d;
            update latest l set observed_at = (
                select max(o.observed_at) from observation o where o.series_id = l.series_id)
            from series s where s.series_id = l.series_id and s.asset_id = %1$d""";

    private final Map<String, Reading> kept = new TreeMap<>();
    private final LocalDate first;
    private final int days;

    private final ZoneId farZone;

    private ShuffledCity(LocalDate first, int days, ZoneId farZone) {
        this.first = first;
        this.days = days;
        this.farZone = farZone;
    }

    Collection<Reading> readings() {
        return kept.values();
    }

    LocalDate day(int number) {
        return first.plusDays(number);
    }

    Instant midnight(int day) {
        return day(day).atStartOfDay(ZONE).toInstant();
    }

    private ZoneId zoneOf(int series) {
        return series == FAR_SERIES ? farZone : ZONE;
    }

    private Instant midnight(int series, int day) {
        return day(day).atStartOfDay(zoneOf(series)).toInstant();
    }

    int days() {
        return days;
    }

    /** Puts city, assets, devices and series into an empty database. */
    static void register(DatabaseServer server) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(Sql.beside(ShuffledCity.class, "shuffled-city.sql"));
        }
    }

    /** Takes one asset to a city where the clocks differ. */
    static void moveOne(DatabaseServer server) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(MOVE);
        }
    }

    /** Takes an asset away after its last reading. */
    static void retire(DatabaseServer server, int asset) throws SQLException {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(RETIRE.formatted(asset));
        }
    }

    /** Replaces the readings and what is derived from them. */
    static ShuffledCity fill(DatabaseServer server, LocalDate first, int days, SplittableRandom random)
            throws SQLException {
        return fill(server, first, days, random, ZONE);
    }

    /** @param farZone where the far series is */
    static ShuffledCity fill(DatabaseServer server, LocalDate first, int days, SplittableRandom random, ZoneId farZone)
            throws SQLException {
        ShuffledCity city = new ShuffledCity(first, days, farZone);
        try (Connection connection = server.dataSource().getConnection()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate observation, latest, rollup_mark, rollup_hour, rollup_day");
            }
            List<Reading> all = city.invent(random);
            int early = all.size() - random.nextInt(all.size() / 3 + 1);
            city.insert(connection, all.subList(0, early));
            int[] rolledUntil = city.rollUp(connection, random);
            city.insert(connection, all.subList(early, all.size()));
            city.mark(connection, all.subList(early, all.size()), rolledUntil, random);
        }
        return city;
    }

    private List<Reading> invent(SplittableRandom random) {
        List<Reading> readings = new ArrayList<>();
        for (int series = 1; series <= ASSET_OF_SERIES.size(); series++) {
            Instant at = midnight(0).plusSeconds(random.nextInt(90_000));
            while (at.isBefore(midnight(days))) {
                int quality = random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0;
                readings.add(new Reading(series, at, Math.round(random.nextDouble() * 1_000) / 10.0 + 1, quality));
                long step = INTERVAL_SECONDS.get(series - 1) * 1_000_000L;
                long pause = random.nextInt(60) == 0 ? random.nextLong(40 * 3_600_000_000L) : 0;
                at = at.plus(Duration.ofNanos(1_000 * (step / 2 + random.nextLong(step) + pause)));
            }
        }
        // some at the edges themselves, and out of order
        for (int day = 1; day < days; day++) {
            readings.add(new Reading(1 + random.nextInt(ASSET_OF_SERIES.size()), midnight(day), day, 0));
        }
        for (int i = readings.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            Reading swapped = readings.get(i);
            readings.set(i, readings.get(other));
            readings.set(other, swapped);
        }
        return readings;
    }

    private void insert(Connection connection, List<Reading> readings) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "insert into observation (series_id, quality, observed_at, value) values (?, ?, ?, ?) on conflict do nothing")) {
            for (Reading reading : readings) {
                kept.putIfAbsent(reading.series() + "@" + reading.at(), reading);
                statement.setInt(1, reading.series());
                statement.setInt(2, reading.quality());
                statement.setObject(3, Sql.utc(reading.at()));
                statement.setDouble(4, reading.value());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /** Rolls up some first days of each series; how many, by series from 0. */
    private int[] rollUp(Connection connection, SplittableRandom random) throws SQLException {
        int[] rolled = new int[ASSET_OF_SERIES.size()];
        for (int series = 1; series <= rolled.length; series++) {
            rolled[series - 1] = random.nextInt(days + 1);
            run(
                    connection,
                    "insert into latest values (?, 0, ?, 1, ?, ?)",
                    series,
                    midnight(days),
                    midnight(days),
                    midnight(series, rolled[series - 1]));
            for (int day = 0; day < rolled[series - 1]; day++) {
                for (String width : List.of("hour", "day")) {
                    run(
                            connection,
                            "insert into rollup_%s (series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at, integral, digest) select series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at, integral, digest from raw_rollup(array[?], ?, ?, interval '%s')"
                                    .formatted(width, width.equals("day") ? "25 hours" : "1 hour"),
                            series,
                            midnight(series, day),
                            midnight(series, day + 1));
                }
            }
        }
        return rolled;
    }

    /** Marks the days of late readings, and some more; spoils some rollups of marked days. */
    private void mark(Connection connection, List<Reading> late, int[] rolledUntil, SplittableRandom random)
            throws SQLException {
        List<Reading> marking = new ArrayList<>(late);
        for (int i = 0; i < 5; i++) {
            marking.add(new Reading(1 + random.nextInt(rolledUntil.length), midnight(random.nextInt(days)), 0, 0));
        }
        for (Reading reading : marking) {
            LocalDate day = reading.at().atZone(zoneOf(reading.series())).toLocalDate();
            if (day.isBefore(day(rolledUntil[reading.series() - 1]))) {
                Instant midnight = day.atStartOfDay(zoneOf(reading.series())).toInstant();
                run(
                        connection,
                        "insert into rollup_mark values (?, ?, 1) on conflict do nothing",
                        reading.series(),
                        midnight);
                if (random.nextInt(3) == 0) {
                    run(
                            connection,
                            "delete from rollup_day where series_id = ? and bucket = ?",
                            reading.series(),
                            midnight);
                }
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i] instanceof Instant instant ? Sql.utc(instant) : values[i]);
            }
            statement.executeUpdate();
        }
    }
}
