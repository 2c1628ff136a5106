package de.hexapolis.judge;

import de.hexapolis.store.PostgresArray;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes assets that are due, for as long as the transaction lasts: the row of {@code asset_watch} is the claim. Whoever
 * finds it taken leaves the asset to the other, so judges do not wait for each other. What made an asset due is deleted
 * with the claim and comes back with a rollback. Stateless.
 */
final class ClaimAssets {
    /** No reading further back is judged anew. */
    static final Duration MOST_BACK = Duration.ofHours(24);

    private static final int AT_ONCE = 64;

    private static final String WATCH_NEW_ONES =
            """
            insert into asset_watch (asset_id)
            select distinct d.asset_id
            from (select asset_id from due order by due_id limit 512) d
            join asset using (asset_id)
            where not exists (select from asset_watch w where w.asset_id = d.asset_id)
            on conflict do nothing
            """;
    /**
     * The oldest first, so nobody starves; some places are kept for those whose time has come. Of an asset that was put
     * aside nobody knows from when on it was to be judged, so it is from as far back as any.
     */
    private static final String CLAIM =
            """
            with head as materialized (
                select asset_id, min(due_id) as first
                from (select asset_id, due_id from due order by due_id limit 512) d
                group by asset_id
            ), late as materialized (
                select asset_id, 0 as first from asset_watch
                where next_at <= ? order by next_at limit greatest(16, 64 - (select count(*) from head))
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
            with taken as (delete from due where asset_id = any (?) returning asset_id, from_at, received_at)
            select asset_id, min(from_at) as from_at, min(received_at) as received_at from taken group by asset_id
            """;

    private ClaimAssets() {}

    /** The oldest that nobody else holds. */
    static List<Claim> oldest(Connection connection, Instant now) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(WATCH_NEW_ONES);
        }
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setObject(1, SqlTimes.of(now));
            statement.setInt(2, AT_ONCE);
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
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Instant timer = nextAt.remove(row.getLong("asset_id"));
                    Instant first = SqlTimes.instant(row, "from_at");
                    Instant from = timer == null || first.isBefore(timer) ? first : timer;
                    claims.add(new Claim(
                            row.getLong("asset_id"), within(from, now), SqlTimes.optional(row, "received_at")));
                }
            }
        }
        nextAt.forEach((asset, timer) -> claims.add(new Claim(asset, within(timer, now), Optional.empty())));
        return claims;
    }

    private static Instant within(Instant from, Instant now) {
        Instant earliest = now.minus(MOST_BACK);
        if (from.isBefore(earliest)) {
            return earliest;
        }
        return from.isAfter(now) ? now : from;
    }
}
