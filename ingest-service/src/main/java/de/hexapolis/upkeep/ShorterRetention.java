package de.hexapolis.upkeep;

import de.hexapolis.store.SqlLiteral;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Deletes the readings of cities that keep them for less than the platform, by whole weeks, as chunks are: of a chunk
 * that TimescaleDB has compressed a series' week then goes at once, and the rest of the chunk stays compressed. Each
 * statement commits by itself. Stateless.
 */
final class ShorterRetention {
    private static final Duration WEEK = Duration.ofDays(7);

    /** A week of a thousand series that report every ten minutes is a million readings. */
    private static final int SERIES_AT_ONCE = 1_000;

    private static final String CITIES =
            "select city_id, raw_retention_days from city where raw_retention_days < ? order by city_id";

    /** Whether a day of a city before an instant is yet to be computed: {@code raw_from} would freeze it as it is. */
    private static final String STILL_NEEDED =
            """
            select exists (
                    select from series s join rollup_mark m on m.series_id = s.series_id
                    where s.city_id = ? and m.day < ?)
                or exists (
                    select from series s join latest l on l.series_id = s.series_id
                    where s.city_id = ? and l.rolled_until < ?)
            """;

    /** Series with readings before an instant. */
    private static final String DUE =
            """
            select s.series_id, oldest.observed_at, newest.observed_at
            from series s
            cross join lateral (
                select o.observed_at from observation o
                where o.series_id = s.series_id and o.observed_at < ?
                order by o.observed_at limit 1) oldest
            cross join lateral (
                select o.observed_at from observation o
                where o.series_id = s.series_id and o.observed_at < ?
                order by o.observed_at desc limit 1) newest
            where s.city_id = ?
            order by s.series_id
            """;

    /** Committed before readings go: who loads a blueprint, and behind him all writers, waits for the city's row. */
    private static final String REMEMBER =
            "update city set raw_from = greatest(raw_from, ?) where city_id = ? and raw_retention_days = ?";

    private static final String DELETE =
            "delete from observation where series_id = any (%s) and observed_at >= %s and observed_at < %s";

    private record City(String id, int days) {}

    private record Due(int series, Instant oldest, Instant newest) {}

    private ShorterRetention() {}

    /** @param nowWithoutMargin what is older by a city's days is not accepted any more, nor needed */
    static void apply(Connection connection, int platformDays, Instant nowWithoutMargin) throws SQLException {
        for (City city : cities(connection, platformDays)) {
            Instant before = weekOf(nowWithoutMargin.minus(Duration.ofDays(city.days)));
            if (!isStillNeeded(connection, city, before)) {
                deleteBefore(connection, city, before);
            }
        }
    }

    private static void deleteBefore(Connection connection, City city, Instant before) throws SQLException {
        List<Due> due = due(connection, city, before);
        for (Instant week : weeks(due)) {
            deleteWeek(connection, city, due, week);
        }
    }

    private static Collection<Instant> weeks(List<Due> due) {
        Set<Instant> weeks = new TreeSet<>();
        for (Due each : due) {
            for (Instant week = weekOf(each.oldest); !week.isAfter(each.newest); week = week.plus(WEEK)) {
                weeks.add(week);
            }
        }
        return weeks;
    }

    private static void deleteWeek(Connection connection, City city, List<Due> due, Instant week) throws SQLException {
        List<Integer> series = due.stream()
                .filter(each -> each.oldest.isBefore(week.plus(WEEK)) && !each.newest.isBefore(week))
                .map(Due::series)
                .toList();
        for (int from = 0; from < series.size(); from += SERIES_AT_ONCE) {
            if (mayDelete(connection, city, week.plus(WEEK))) {
                delete(connection, series.subList(from, Math.min(from + SERIES_AT_ONCE, series.size())), week);
            }
        }
    }

    /** Asks again once raw_from is committed: who has not seen it computes under a mark that is still there. */
    private static boolean mayDelete(Connection connection, City city, Instant until) throws SQLException {
        return remembers(connection, city, until) && !isStillNeeded(connection, city, until);
    }

    private static boolean isStillNeeded(Connection connection, City city, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STILL_NEEDED)) {
            statement.setString(1, city.id);
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            statement.setString(3, city.id);
            statement.setObject(4, before.atOffset(ZoneOffset.UTC));
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    /** False if the city keeps its readings for another time by now, which is then left to the next round. */
    private static boolean remembers(Connection connection, City city, Instant deletedUntil) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(REMEMBER)) {
            statement.setObject(1, deletedUntil.atOffset(ZoneOffset.UTC));
            statement.setString(2, city.id);
            statement.setInt(3, city.days);
            return statement.executeUpdate() > 0;
        }
    }

    private static void delete(Connection connection, List<Integer> series, Instant week) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    DELETE.formatted(SqlLiteral.ofSeries(series), SqlLiteral.of(week), SqlLiteral.of(week.plus(WEEK))));
        }
    }

    private static List<City> cities(Connection connection, int platformDays) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CITIES)) {
            statement.setInt(1, platformDays);
            List<City> cities = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cities.add(new City(row.getString(1), row.getInt(2)));
                }
            }
            return cities;
        }
    }

    private static List<Due> due(Connection connection, City city, Instant before) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, before.atOffset(ZoneOffset.UTC));
            statement.setObject(2, before.atOffset(ZoneOffset.UTC));
            statement.setString(3, city.id);
            List<Due> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(new Due(row.getInt(1), instant(row, 2), instant(row, 3)));
                }
            }
            return due;
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The start of an instant's week, which is that of TimescaleDB's chunks: Thursday, as 1970-01-01 was one. */
    private static Instant weekOf(Instant instant) {
        long week = WEEK.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), week) * week);
    }
}
