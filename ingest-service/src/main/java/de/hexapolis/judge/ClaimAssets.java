package de.hexapolis.judge;

import de.hexapolis.store.PostgresArray;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes assets that are due, for as long as the transaction lasts: the row of {@code asset_watch} is the claim. Whoever
 * finds it taken leaves the asset to the other, so judges do not wait for each other. What made an asset due is deleted
 * with the claim and comes back with a rollback. Stateless.
 */
final class ClaimAssets {
    /** No reading further back is judged anew. */
    static final Duration MOST_BACK = Duration.ofHours(24);

    /** But for what a person says of readings, that they are not to be believed or are again. */
    private static final Duration PERSONS_MOST_BACK = Duration.ofDays(14);

    private static final int AT_ONCE = 64;

    private static final String WATCH_NEW_ONES =
            """
            insert into asset_watch (asset_id)
            select distinct d.asset_id
            from (
                select asset_id from due
                where due_id >= ? and asset_id <> all (array(select asset_id from asset_watch where faults > 0))
                order by due_id limit 512) d
            join asset using (asset_id)
            where not exists (select from asset_watch w where w.asset_id = d.asset_id)
            on conflict do nothing
            """;
    /**
     * The oldest first, so nobody starves; some places are kept for those whose time has come. An asset that was put aside
     * waits for its time, whatever comes. Nobody knows from when on it was to be judged, so it is from as far back as any.
     */
    private static final String CLAIM =
            """
            with head as materialized (
                select asset_id, min(due_id) as first
                from (
                    select asset_id, due_id from due
                    where due_id >= ? and asset_id <> all (array(select asset_id from asset_watch where faults > 0))
                    order by due_id limit 512) d
                group by asset_id
            ), late as materialized (
                select asset_id, 0 as first from asset_watch
                where next_at <= ? and next_at < 'infinity' order by next_at limit greatest(16, 64 - (select count(*) from head))
            )
            select w.asset_id, case when w.faults > 0 then '-infinity' else w.next_at end as next_at
            from asset_watch w
            join (
                select asset_id, min(first) as first from (select * from head union all select * from late) a
                group by asset_id) c using (asset_id)
            order by c.first
            limit ?
            for update of w skip locked
            """;

    private static final String CLAIM_ONE =
            """
            select asset_id, case when faults > 0 then '-infinity' else next_at end as next_at
            from asset_watch where asset_id = ? for update skip locked
            """;
    private static final String TAKE =
            """
            with taken as (delete from due where asset_id = any (?) returning asset_id, due_id, from_at, received_at)
            select asset_id, min(due_id) as due_id, min(from_at) as from_at, min(received_at) as received_at,
                min(from_at) filter (where from_at < ?::timestamptz and exists (
                    select from series s join series_flag f using (series_id)
                    where s.asset_id = t.asset_id and f.set_by = 'person' and f.changed_at = t.received_at)) as flagged_at
            from taken t group by asset_id
            """;

    private ClaimAssets() {}

    /**
     * The oldest that nobody else holds.
     *
     * @param head the lowest number that is looked at of what makes assets due
     */
    static List<Claim> oldest(Connection connection, long head, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WATCH_NEW_ONES)) {
            statement.setLong(1, head);
            statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setLong(1, head);
            statement.setObject(2, SqlTimes.of(now));
            statement.setInt(3, AT_ONCE);
            return take(connection, statement, now);
        }
    }

    /** One asset, if nobody else holds it. */
    static List<Claim> one(Connection connection, long asset, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM_ONE)) {
            statement.setLong(1, asset);
            return take(connection, statement, now);
        }
    }

    private static List<Claim> take(Connection connection, PreparedStatement claim, Instant now) throws SQLException {
        Map<Long, Instant> nextAt = new HashMap<>();
        try (ResultSet row = claim.executeQuery()) {
            while (row.next()) {
                nextAt.put(row.getLong("asset_id"), SqlTimes.instant(row, "next_at"));
            }
        }
        if (nextAt.isEmpty()) {
            return List.of();
        }
        List<Claim> claims = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            Array assets = PostgresArray.of(
                    connection,
                    nextAt.keySet().stream().mapToLong(Long::longValue).toArray());
            statement.setArray(1, assets);
            statement.setObject(2, SqlTimes.of(now.minus(MOST_BACK)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    claims.add(claim(row, nextAt.remove(row.getLong("asset_id")), now));
                }
            }
        }
        nextAt.forEach(
                (asset, timer) -> claims.add(new Claim(asset, within(timer, MOST_BACK, now), Optional.empty(), 0)));
        return claims;
    }

    private static Claim claim(ResultSet row, @Nullable Instant timer, Instant now) throws SQLException {
        Instant first = SqlTimes.instant(row, "from_at");
        Instant from = within(timer == null || first.isBefore(timer) ? first : timer, MOST_BACK, now);
        Instant flagged = SqlTimes.optional(row, "flagged_at")
                .map(at -> within(at, PERSONS_MOST_BACK, now))
                .orElse(from);
        return new Claim(
                row.getLong("asset_id"),
                flagged.isBefore(from) ? flagged : from,
                SqlTimes.optional(row, "received_at"),
                row.getLong("due_id"));
    }

    private static Instant within(Instant from, Duration back, Instant now) {
        Instant earliest = now.minus(back);
        if (from.isBefore(earliest)) {
            return earliest;
        }
        return from.isAfter(now) ? now : from;
    }
}
