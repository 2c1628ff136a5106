package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Leaves a mark for each rolled-up day into which a reading came late. */
final class MarkDays {
    private static final String SQL =
            """
            insert into rollup_mark (series_id, day, generation)
            select r.series_id, timestamptz '2000-01-01Z' + r.day * interval '1 microsecond',
                nextval('rollup_mark_generation')
            from unnest(?::integer[], ?::bigint[]) as r (series_id, day)
            on conflict (series_id, day) do update set generation = excluded.generation
            """;

    private MarkDays() {}

    /** @param rolledUntil by series, as {@link UpsertLatest} says */
    static void run(Connection connection, Collection<ObservationRow> fresh, Map<Integer, Instant> rolledUntil)
            throws SQLException {
        if (rolledUntil.isEmpty()) {
            return;
        }
        List<SeriesDay> late = fresh.stream()
                .filter(row -> row.day().isBefore(rolledUntil.getOrDefault(row.seriesId(), Instant.MIN)))
                .map(row -> new SeriesDay(row.seriesId(), PostgresTime.micros(row.day())))
                .distinct()
                .sorted(Comparator.comparingInt(SeriesDay::seriesId).thenComparingLong(SeriesDay::day))
                .toList();
        if (late.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            late.stream().mapToInt(SeriesDay::seriesId).toArray()));
            statement.setArray(
                    2,
                    PostgresArray.of(
                            connection, late.stream().mapToLong(SeriesDay::day).toArray()));
            statement.executeUpdate();
        }
    }

    private record SeriesDay(int seriesId, long day) {}
}
