package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that the statements of this package share, by name. */
final class StatementValues {
    private StatementValues() {}

    static Map<String, Object> of(Connection connection, Asked asked, ReadingPlan plan) throws SQLException {
        List<Integer> series = new ArrayList<>();
        List<Long> assets = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<Boolean> alone = new ArrayList<>();
        for (int line = 0; line < asked.lines().size(); line++) {
            List<Member> members = asked.lines().get(line).members();
            Set<Long> shared = asked.pool() == Pool.READINGS ? Set.of() : assetsOfSeveral(members);
            for (Member member : members) {
                series.add(member.series());
                assets.add(asked.pool() == Pool.READINGS ? 0 : member.asset().id());
                lines.add(line);
                alone.add(asked.pool() == Pool.ASSETS
                        && plan.isOneRollupABucket(asked.calendar())
                        && !shared.contains(member.asset().id()));
            }
        }
        Map<String, Object> values = new HashMap<>();
        values.put("series", connection.createArrayOf("integer", series.toArray()));
        values.put("assets", connection.createArrayOf("bigint", assets.toArray()));
        values.put("lines", connection.createArrayOf("integer", lines.toArray()));
        values.put("alone", connection.createArrayOf("boolean", alone.toArray()));
        values.put(
                "edges",
                connection.createArrayOf(
                        "timestamptz",
                        asked.calendar().edges().stream().map(Instant::toString).toArray()));
        values.put("source", plan.source().wireName());
        values.put("zone", asked.citiesZone().getId());
        values.put("read_from", Sql.utc(plan.readFrom()));
        values.put("rolled_from", Sql.utc(plan.rolledFrom()));
        values.put("rolled_until", Sql.utc(plan.rolledUntil()));
        values.put("read_until", Sql.utc(plan.readUntil()));
        return values;
    }

    /** The assets that have several series in a line. */
    private static Set<Long> assetsOfSeveral(List<Member> members) {
        Set<Long> seen = new HashSet<>();
        Set<Long> several = new HashSet<>();
        for (Member member : members) {
            if (!seen.add(member.asset().id())) {
                several.add(member.asset().id());
            }
        }
        return several;
    }
}
