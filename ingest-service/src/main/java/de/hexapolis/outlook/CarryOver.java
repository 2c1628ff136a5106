package de.hexapolis.outlook;

import de.hexapolis.forecast.DaysToDry;
import de.hexapolis.forecast.DryForecast;
import de.hexapolis.forecast.DryProfile;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.Channel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries forecasts to trees without a probe from similar ones, once a day, and marks them so. One thread. */
final class CarryOver {
    /** The tree's own watering before the city's rain. */
    private static final String WATERED =
            """
            select happened_at from (
                (select happened_at, 0 as place from occurrence
                where asset_id = ? and kind in ('watering', 'wetting') and not removed and happened_at <= ?
                order by happened_at desc limit 1)
                union all
                (select happened_at, 1 from occurrence
                where city_id = ? and kind = 'rain' and not removed and happened_at <= ?
                order by happened_at desc limit 1)) w
            order by place limit 1
            """;

    private final Connection connection;
    private final Instant now;
    private final Map<String, Donors> donors = new HashMap<>();

    private CarryOver(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Returns how many it made. */
    static int run(Connection connection, RuleBook rules, Instant now, List<AssetFacts> due) throws SQLException {
        CarryOver carry = new CarryOver(connection, now);
        int made = 0;
        for (AssetFacts tree : due) {
            for (Map.Entry<Channel, Double> depth :
                    DryLimits.of(tree, rules, now).entrySet()) {
                Optional<MadeForecast> forecast =
                        carry.forecast(tree, depth.getKey().value(), depth.getValue());
                if (forecast.isPresent()) {
                    WriteForecasts.on(connection, tree, forecast.get(), rules);
                    made++;
                }
            }
        }
        return made;
    }

    private Optional<MadeForecast> forecast(AssetFacts tree, String channel, double limitKpa) throws SQLException {
        Donors measured = donors.get(channel);
        if (measured == null) {
            measured =
                    Donors.at(connection, channel, now, now.atZone(tree.zone()).getYear());
            donors.put(channel, measured);
        }
        Donors.Chosen chosen = measured.like(tree);
        if (chosen.donors().isEmpty()) {
            return Optional.empty();
        }
        Instant start = watered(tree).orElseGet(() -> usualStart(chosen.donors()));
        List<Double> needed = chosen.donors().stream()
                .map(donor ->
                        DryForecast.needed(DryForecast.WATERED_KPA, new DryProfile(donor.slope(), 0, 0), limitKpa))
                .toList();
        DaysToDry when = DryForecast.carried(needed, start, tree.zone());
        return Optional.of(new MadeForecast(
                tree.id(),
                "dry",
                channel,
                now,
                Optional.empty(),
                Optional.empty(),
                when.p10(),
                when.p50(),
                when.p90(),
                Optional.empty(),
                Optional.empty(),
                when.carriedFrom(),
                Map.of(
                        "method",
                        "carried-1",
                        "assumes",
                        "no_rain",
                        "limit",
                        limitKpa,
                        "alike",
                        chosen.alike(),
                        "since",
                        start.toString())));
    }

    private Optional<Instant> watered(AssetFacts tree) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WATERED)) {
            statement.setLong(1, tree.id());
            statement.setObject(2, SqlTime.of(now));
            statement.setString(3, tree.city().value());
            statement.setObject(4, SqlTime.of(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(SqlTime.instant(row, "happened_at")) : Optional.empty();
            }
        }
    }

    private static Instant usualStart(List<Donors.Donor> donors) {
        List<Instant> sorted =
                donors.stream().map(Donors.Donor::spellFrom).sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
