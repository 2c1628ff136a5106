package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Flags that people set and end; who did is in the command, for as long as commands are kept. Stateless. */
public final class PersonsFlag {
    /** @param from the earliest reading that is to be judged anew */
    public record Row(long id, long asset, Instant from) {}

    private static final String CITY_OF_SERIES = "select city_id from series where series_id = ?";
    private static final String CITY_OF_FLAG =
            "select s.city_id from series_flag f join series s using (series_id) where f.flag_id = ?";
    private static final String AWAY =
            """
            select d.device_key || ' is no longer installed at ' || a.reference
            from series s join device d using (device_id) join asset a using (asset_id)
            where s.series_id = ? and not exists (
                select from installation i
                where i.device_id = s.device_id and i.asset_id = s.asset_id and i.installed_from <= ?
                    and (i.installed_until is null or i.installed_until > ?))
            """;
    /** One that is open already only begins earlier. */
    private static final String SET =
            """
            with flagged as (
                insert into series_flag as f (series_id, flag, from_at, detail, set_by, changed_at)
                values (?, 'person', ?, jsonb_strip_nulls(jsonb_build_object('text', ?::text)), 'person', ?)
                on conflict (series_id, flag) where until_at is null
                    do update set from_at = least(f.from_at, excluded.from_at), changed_at = excluded.changed_at
                returning flag_id, series_id, from_at
            )
            select flag_id, asset_id, from_at from flagged join series using (series_id)
            """;
    /** Undone, it covers nothing. */
    private static final String END =
            """
            with ended as (
                update series_flag f set until_at = case when ? then f.from_at else greatest(f.from_at, ?) end, changed_at = ?
                where flag_id = ?
                returning flag_id, series_id, from_at
            )
            select flag_id, asset_id, from_at from ended join series using (series_id)
            """;

    private PersonsFlag() {}

    public static Optional<String> cityOfSeries(Connection connection, long series) throws SQLException {
        return city(connection, CITY_OF_SERIES, series);
    }

    public static Optional<String> cityOfFlag(Connection connection, long flag) throws SQLException {
        return city(connection, CITY_OF_FLAG, flag);
    }

    /** Why no judge looks at the series; empty: one does. */
    public static Optional<String> whyAway(Connection connection, long series, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AWAY)) {
            statement.setLong(1, series);
            statement.setObject(2, Columns.of(now));
            statement.setObject(3, Columns.of(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static Optional<String> city(Connection connection, String sql, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    public static Row set(Connection connection, long series, Instant from, Optional<String> text, Instant now)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(SET)) {
            insert.setLong(1, series);
            insert.setObject(2, Columns.of(from));
            insert.setString(3, text.orElse(null));
            insert.setObject(4, Columns.of(now));
            return row(insert);
        }
    }

    /** @param undo whether the series was to be believed all the time */
    public static Row end(Connection connection, long flag, Instant at, boolean undo, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(END)) {
            update.setBoolean(1, undo);
            update.setObject(2, Columns.of(at));
            update.setObject(3, Columns.of(now));
            update.setLong(4, flag);
            return row(update);
        }
    }

    private static Row row(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return new Row(row.getLong("flag_id"), row.getLong("asset_id"), Columns.instant(row, "from_at"));
        }
    }
}
