package de.hexapolis.outlook;

import de.hexapolis.forecast.BinHistory;
import de.hexapolis.forecast.FillGroup;
import de.hexapolis.forecast.GroupFit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns once a day what is usual among bins: all, a city's, those of a city with the same first tag. Stateless. */
final class FitGroups {
    /** Enough to learn from; more would only take memory. */
    private static final int MOST_BINS = 300;

    /** A group that was never fitted is due as well. */
    private static final String DUE =
            """
            with named as (
                select 'group:bin' as subject, null::text as city_id, null::text as tag, min(c.zone) as zone, 0 as place
                from city c
                union all
                select 'group:' || city_id || '/bin', city_id, null, zone, 1 from city
                union all
                select distinct 'group:' || a.city_id || '/bin/' || t.tag, a.city_id, t.tag, c.zone, 2
                from asset a join city c using (city_id)
                cross join lateral (select min(tag) as tag from unnest(a.tags) as u (tag)) t
                where a.kind = 'bin' and not a.retired and t.tag is not null)
            select n.subject, n.city_id, n.tag, n.zone from named n
            left join forecast_profile p on p.subject = n.subject and p.kind = 'full' and p.channel = ''
            where n.zone is not null and (p.fitted_at is null
                or p.fitted_at < date_trunc('day', ?::timestamptz at time zone n.zone) at time zone n.zone)
            order by n.place, n.subject
            """;

    private static final String HISTORIES =
            """
            select p.profile from asset a
            join forecast_profile p on p.subject = 'asset:' || a.asset_id and p.kind = 'full' and p.channel = ''
            where a.kind = 'bin' and not a.retired and (?::text is null or a.city_id = ?)
                and (?::text is null or (select min(tag) from unnest(a.tags) as u (tag)) = ?)
            order by md5(p.subject) limit ?
            """;

    private FitGroups() {}

    private record Group(String subject, Optional<String> city, Optional<String> tag, ZoneId zone) {}

    /** Returns how many groups it fitted. */
    static int run(Connection connection, Instant now) throws SQLException {
        List<Group> due = due(connection, now);
        for (Group group : due) {
            FillGroup larger = larger(connection, group);
            FillGroup fitted = GroupFit.of(histories(connection, group), larger, group.zone(), now);
            Profiles.write(connection, group.subject(), fitted, now);
        }
        return due.size();
    }

    private static FillGroup larger(Connection connection, Group group) throws SQLException {
        if (group.city().isEmpty()) {
            return FillGroup.USUAL;
        }
        return Profiles.stored(
                connection,
                group.tag().isPresent() ? "group:%s/bin".formatted(group.city().get()) : Profiles.ALL);
    }

    private static List<Group> due(Connection connection, Instant now) throws SQLException {
        List<Group> groups = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(DUE)) {
            statement.setObject(1, SqlTime.of(now));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    groups.add(new Group(
                            row.getString("subject"),
                            Optional.ofNullable(row.getString("city_id")),
                            Optional.ofNullable(row.getString("tag")),
                            ZoneId.of(row.getString("zone"))));
                }
            }
        }
        return groups;
    }

    private static List<BinHistory> histories(Connection connection, Group group) throws SQLException {
        List<BinHistory> histories = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(HISTORIES)) {
            statement.setString(1, group.city().orElse(null));
            statement.setString(2, group.city().orElse(null));
            statement.setString(3, group.tag().orElse(null));
            statement.setString(4, group.tag().orElse(null));
            statement.setInt(5, MOST_BINS);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Profiles.readable(row.getString(1), BinHistory.class).ifPresent(histories::add);
                }
            }
        }
        return histories;
    }
}
