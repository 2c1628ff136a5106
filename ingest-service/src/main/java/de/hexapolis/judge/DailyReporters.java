package de.hexapolis.judge;

import de.hexapolis.rules.Silence;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which devices report at most twice a day in fact, whatever is registered, as their last readings show. They are looked up
 * once a silence: while it lasts no new readings come. One thread.
 */
final class DailyReporters {
    private static final Duration OF_LATE = Duration.ofDays(30);
    private static final int MOST_SILENCES = 64;

    /** Of the most talkative series of each device the median of its last gaps, of which there must be three. */
    private static final String SQL =
            """
            with gaps as (
                select s.device_id, s.series_id,
                    o.observed_at - lag(o.observed_at) over (partition by s.series_id order by o.observed_at) as gap
                from series s cross join lateral (
                    select observed_at from observation
                    where series_id = s.series_id and observed_at >= ? order by observed_at desc limit 6) o
                where s.device_id = any (?)
            ), of_series as (
                select device_id, percentile_disc(0.5) within group (order by gap) as gap
                from gaps group by device_id, series_id having count(gap) >= 3
            )
            select device_id, extract(epoch from min(gap))::bigint as seconds
            from of_series group by device_id having min(gap) >= make_interval(secs => ?)
            """;

    private final Map<String, Known> known = new HashMap<>();

    /** @param gaps of those that report daily */
    private record Known(Instant until, List<Long> devices, Map<Long, Duration> gaps) {}

    /** The same devices, with the gaps that they usually leave. */
    List<Sharer> among(Connection connection, SharedSilence silence) throws SQLException {
        List<Long> devices =
                silence.sharers().stream().map(Sharer::deviceId).sorted().toList();
        Known last = known.get(silence.subject());
        if (last == null
                || !last.until().equals(silence.since())
                || !last.devices().equals(devices)) {
            last = new Known(silence.since(), devices, gaps(connection, devices, silence.since()));
            if (known.size() >= MOST_SILENCES) {
                known.clear();
            }
            known.put(silence.subject(), last);
        }
        Map<Long, Duration> gaps = last.gaps();
        return silence.sharers().stream()
                .map(sharer -> sharer.usually(gaps.getOrDefault(sharer.deviceId(), Duration.ZERO)))
                .toList();
    }

    private static Map<Long, Duration> gaps(Connection connection, List<Long> devices, Instant until)
            throws SQLException {
        Map<Long, Duration> gaps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, SqlTimes.of(until.minus(OF_LATE)));
            statement.setArray(
                    2,
                    PostgresArray.of(
                            connection,
                            devices.stream().mapToLong(Long::longValue).toArray()));
            statement.setLong(3, Silence.DAILY.toSeconds());
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    gaps.put(row.getLong("device_id"), Duration.ofSeconds(row.getLong("seconds")));
                }
            }
        }
        return gaps;
    }
}
