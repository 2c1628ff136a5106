package de.hexapolis.outlook;

import de.hexapolis.registry.DueAssets;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Outlook;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps the newest forecast, and leaves the asset to be judged where it crosses a rule's side. Stateless. */
final class WriteForecasts {
    private static final String BEFORE =
            """
            select by_round, p10, p50, p90, carried_from, made_at from forecast
            where asset_id = ? and kind = ? and channel = ?
            """;
    private static final String WRITE =
            """
            insert into forecast (asset_id, kind, channel, made_at, reading_at, level, p10, p50, p90, round_at, by_round,
                carried_from, basis)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
            on conflict (asset_id, kind, channel) do update set made_at = excluded.made_at,
                reading_at = excluded.reading_at, level = excluded.level, p10 = excluded.p10, p50 = excluded.p50,
                p90 = excluded.p90, round_at = excluded.round_at, by_round = excluded.by_round,
                carried_from = excluded.carried_from, basis = excluded.basis
            """;

    private WriteForecasts() {}

    static void on(Connection connection, AssetFacts asset, MadeForecast made, RuleBook rules) throws SQLException {
        Optional<Outlook> before = before(connection, made);
        write(connection, made);
        if (RuleSides.cross(rules.rulesFor(asset), before, made.outlook())) {
            DueAssets.of(connection, Set.of(asset.id()), made.madeAt(), made.madeAt());
        }
    }

    private static Optional<Outlook> before(Connection connection, MadeForecast made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BEFORE)) {
            statement.setLong(1, made.asset());
            statement.setString(2, made.kind());
            statement.setString(3, made.channel());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(outlook(row, made)) : Optional.empty();
            }
        }
    }

    private static Outlook outlook(ResultSet row, MadeForecast made) throws SQLException {
        double byRound = row.getDouble("by_round");
        return new Outlook(
                made.kind(),
                new Channel(made.channel()),
                row.wasNull() ? Optional.empty() : Optional.of(byRound),
                SqlTime.optional(row, "p10"),
                SqlTime.optional(row, "p50"),
                SqlTime.optional(row, "p90"),
                row.getInt("carried_from") > 0,
                SqlTime.instant(row, "made_at"));
    }

    private static void write(Connection connection, MadeForecast made) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setLong(1, made.asset());
            statement.setString(2, made.kind());
            statement.setString(3, made.channel());
            statement.setObject(4, SqlTime.of(made.madeAt()));
            set(statement, 5, made.readingAt());
            statement.setObject(6, made.level().orElse(null), Types.DOUBLE);
            set(statement, 7, made.p10());
            set(statement, 8, made.p50());
            set(statement, 9, made.p90());
            set(statement, 10, made.roundAt());
            statement.setObject(11, made.byRound().orElse(null), Types.DOUBLE);
            statement.setInt(12, made.carriedFrom());
            statement.setString(13, Profiles.text(made.basis()));
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, int parameter, Optional<Instant> instant) throws SQLException {
        statement.setObject(parameter, SqlTime.orNull(instant), Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
