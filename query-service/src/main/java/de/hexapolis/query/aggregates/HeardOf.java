package de.hexapolis.query.aggregates;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Leaves out retired assets of which nothing was heard in the time asked for: what was taken away is no gap. Those not
 * heard of since it began were not even chosen. Costs a statement only where there is a retired asset. Stateless.
 */
final class HeardOf {
    private static final NamedSql SQL = NamedSql.beside(HeardOf.class, "heard_of.sql");

    private HeardOf() {}

    static List<Member> among(Connection connection, List<Member> members, BucketCalendar calendar)
            throws SQLException {
        int[] retired = members.stream()
                .filter(member -> member.asset().retired())
                .mapToInt(Member::series)
                .toArray();
        if (retired.length == 0) {
            return members;
        }
        Set<Integer> heard = run(connection, retired, calendar);
        Set<List<Object>> assets = new HashSet<>();
        members.stream()
                .filter(member -> heard.contains(member.series()))
                .forEach(member -> assets.add(ofAsset(member)));
        return members.stream()
                .filter(member -> !member.asset().retired() || assets.contains(ofAsset(member)))
                .toList();
    }

    /** An asset with all its series of a quantity stays, or goes. */
    private static List<Object> ofAsset(Member member) {
        return List.of(member.asset().id(), member.quantity());
    }

    private static Set<Integer> run(Connection connection, int[] series, BucketCalendar calendar) throws SQLException {
        Map<String, Object> values = Map.of(
                "series", Sql.array(connection, "int4", series),
                "from", Sql.utc(calendar.from()),
                "until", Sql.utc(calendar.until()));
        Set<Integer> heard = new HashSet<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                heard.add(row.getInt(1));
            }
        }
        return heard;
    }
}
