package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values that the statements of this package share, by name. */
final class StatementValues {
    private StatementValues() {}

    static Map<String, Object> of(Connection connection, Asked asked, ReadingPlan plan) throws SQLException {
        int size = asked.members().size();
        int[] series = new int[size];
        long[] assets = new long[size];
        int[] lines = new int[size];
        int[] channels = new int[size];
        Map<String, Integer> numbers = new HashMap<>();
        boolean[] alone = new boolean[size];
        boolean fills = asked.pool() == Pool.ASSETS && plan.isOneRollupABucket(asked.calendar());
        int at = 0;
        for (int line = 0; line < asked.lines().size(); line++) {
            List<Member> members = asked.lines().get(line).members();
            Set<Long> shared = fills ? assetsOfSeveral(members) : Set.of();
            for (Member member : members) {
                long asset = member.asset().id();
                series[at] = member.series();
                assets[at] = asked.pool() == Pool.READINGS ? 0 : asset;
                lines[at] = line;
                channels[at] = numbers.computeIfAbsent(member.channel(), channel -> numbers.size());
                alone[at] = fills && !shared.contains(asset);
                at++;
            }
        }
        Map<String, Object> values = new HashMap<>();
        values.put("series", Sql.array(connection, "int4", series));
        values.put("assets", Sql.array(connection, "int8", assets));
        values.put("lines", Sql.array(connection, "int4", lines));
        values.put("channels", Sql.array(connection, "int4", channels));
        values.put("alone", Sql.array(connection, "bool", alone));
        values.put(
                "edges", Sql.array(connection, "int8", micros(asked.calendar().edges())));
        values.put("source", plan.source().wireName());
        values.put("read_from", Sql.utc(plan.readFrom()));
        values.put("rolled_from", Sql.utc(plan.rolledFrom()));
        values.put("rolled_until", Sql.utc(plan.rolledUntil()));
        values.put("read_until", Sql.utc(plan.readUntil()));
        return values;
    }

    private static long[] micros(List<Instant> moments) {
        return moments.stream()
                .mapToLong(moment -> ChronoUnit.MICROS.between(Instant.EPOCH, moment))
                .toArray();
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
