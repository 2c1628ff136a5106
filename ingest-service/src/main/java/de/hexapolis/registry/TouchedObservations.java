package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The temporary tables of a change, {@code affected} (devices), {@code touched} (observations), {@code computed_level}
 * and {@code picked} (see {@link PickedReadings}), and what follows for whatever was touched: the newest reading of
 * each series, and a mark for each day that is rolled up. Stateless.
 */
final class TouchedObservations {
    private static final String TABLES =
            """
            create temporary table if not exists affected (
                device_id bigint primary key, changed_from timestamptz not null) on commit delete rows;
            create temporary table if not exists touched (
                series_id integer not null, observed_at timestamptz not null) on commit delete rows;
            create temporary table if not exists computed_level (
                series_id integer not null, observed_at timestamptz not null, value double precision not null,
                primary key (series_id, observed_at)) on commit delete rows;
            create temporary table if not exists picked (
                series_id integer not null, observed_at timestamptz not null, target integer) on commit delete rows;
            delete from affected;
            delete from touched;
            delete from picked;
            delete from computed_level;
            """;
    private static final String AFFECTED =
            """
            insert into affected (device_id, changed_from)
            select device_id, changed_from
            from jsonb_to_recordset(?::jsonb) as a (device_id bigint, changed_from timestamptz)
            """;
    /** Before any mark, as those do who move {@code rolled_until}: else each could wait for what the other holds. */
    private static final String LOCK =
            """
            select from latest where series_id in (select series_id from touched) order by series_id for update
            """;

    private static final String LATEST =
            """
            insert into latest as l (series_id, quality, observed_at, value, received_at, rolled_until)
            select t.series_id, newest.quality, newest.observed_at, newest.value, ?,
                date_trunc('day', t.first at time zone c.zone) at time zone c.zone
            from (select series_id, min(observed_at) as first from touched group by series_id) t
            join series s on s.series_id = t.series_id
            join city c on c.city_id = s.city_id
            cross join lateral (
                select o.quality, o.observed_at, o.value from observation o
                where o.series_id = t.series_id and o.quality <> 1
                order by o.observed_at desc limit 1) newest
            order by t.series_id
            on conflict (series_id) do update set
                quality = excluded.quality, observed_at = excluded.observed_at, value = excluded.value,
                received_at = excluded.received_at
            where (l.quality, l.observed_at, l.value)
                is distinct from (excluded.quality, excluded.observed_at, excluded.value)
            """;
    private static final String MARKS =
            """
            insert into rollup_mark (series_id, day, generation)
            select d.series_id, d.day, nextval('rollup_mark_generation')
            from (
                select distinct t.series_id, date_trunc('day', t.observed_at at time zone c.zone) at time zone c.zone as day
                from touched t
                join series s on s.series_id = t.series_id
                join city c on c.city_id = s.city_id) d
            join latest l on l.series_id = d.series_id and d.day < l.rolled_until
            order by d.series_id, d.day
            on conflict (series_id, day) do update set generation = excluded.generation
            """;
    /**
     * A series without readings, of which days older than raw retention are still in the rollups: its newest reading is
     * theirs, and {@code rolled_until} stays, so that they are still answered.
     */
    private static final String FROZEN_ONLY =
            """
            update latest l set quality = 0, observed_at = frozen.last_at, value = frozen.last_value
            from (select series_id, rolled_until from latest where series_id in (select series_id from touched)) t
            cross join lateral (
                select r.last_at, r.last_value from rollup_day r
                where r.series_id = t.series_id and r.bucket < t.rolled_until
                    and not exists (select from rollup_mark m where m.series_id = r.series_id and m.day = r.bucket)
                order by r.bucket desc limit 1) frozen
            where l.series_id = t.series_id
                and not exists (select from observation o where o.series_id = l.series_id and o.quality <> 1)
            """;

    private static final String WITHOUT_READINGS =
            """
            delete from latest l
            where l.series_id in (select series_id from touched)
                and not exists (select from observation o where o.series_id = l.series_id and o.quality <> 1)
                and not exists (
                    select from rollup_day r
                    where r.series_id = l.series_id and r.bucket < l.rolled_until
                        and not exists (select from rollup_mark m where m.series_id = r.series_id and m.day = r.bucket))
            """;

    private TouchedObservations() {}

    static void begin(Connection connection, List<Consequences.Affected> affected) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
        }
        try (PreparedStatement statement = connection.prepareStatement(AFFECTED)) {
            statement.setString(1, RowJson.of(affected));
            statement.executeUpdate();
        }
    }

    static long settle(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
        }
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(MARKS);
            statement.executeUpdate(FROZEN_ONLY);
            statement.executeUpdate(WITHOUT_READINGS);
            try (var count = statement.executeQuery("select count(*) from (select distinct * from touched) t")) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}
