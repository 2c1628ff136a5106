package de.hexapolis.outlook;

import de.hexapolis.forecast.DaysToDry;
import de.hexapolis.forecast.DryForecast;
import de.hexapolis.forecast.DryProfile;
import de.hexapolis.forecast.DryingSpells;
import de.hexapolis.forecast.Level;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Forecasts each depth of trees that have new readings, at most each six hours. Stateless. */
final class ForecastTrees {
    private static final Duration REMEMBERED = Duration.ofDays(56);
    private static final Pattern DEPTH = Pattern.compile("([0-9]{1,3})cm");

    private ForecastTrees() {}

    /** Returns how many it made. */
    static int run(Connection connection, RuleBook rules, Instant now, List<AssetFacts> due) throws SQLException {
        int made = 0;
        for (AssetFacts tree : due) {
            Map<Channel, Double> limits = DryLimits.of(tree, rules, now);
            Map<String, List<Level>> depths =
                    ReadLevels.run(connection, tree.id(), Quantity.SOIL_WATER_TENSION, now.minus(REMEMBERED), now);
            for (Map.Entry<String, List<Level>> depth : depths.entrySet()) {
                Optional<MadeForecast> forecast = Optional.ofNullable(limits.get(new Channel(depth.getKey())))
                        .flatMap(kpa -> forecast(tree, depth.getKey(), depth.getValue(), kpa, now));
                if (forecast.isPresent()) {
                    WriteForecasts.on(connection, tree, forecast.get(), rules);
                    made++;
                }
            }
        }
        return made;
    }

    private static Optional<MadeForecast> forecast(
            AssetFacts tree, String channel, List<Level> readings, double limitKpa, Instant now) {
        Matcher depth = DEPTH.matcher(channel);
        List<Level> wet = readings.stream().filter(level -> level.value() > 0).toList();
        if (!depth.matches() || wet.isEmpty()) {
            return Optional.empty();
        }
        List<List<Level>> spells = DryingSpells.of(wet);
        DryProfile profile = DryProfile.fit(spells, DryProfile.usual(Integer.parseInt(depth.group(1))), tree.zone());
        if (!profile.dries()) {
            return Optional.empty();
        }
        List<Level> spell = spells.get(spells.size() - 1);
        DaysToDry when = DryForecast.of(spell, profile, limitKpa, tree.zone());
        Level last = spell.get(spell.size() - 1);
        return Optional.of(new MadeForecast(
                tree.id(),
                "dry",
                channel,
                now,
                Optional.of(readings.get(readings.size() - 1).at()),
                Optional.of(last.value()),
                when.p10(),
                when.p50(),
                when.p90(),
                Optional.empty(),
                Optional.empty(),
                0,
                Map.of(
                        "method", "trees-1",
                        "assumes", "no_rain",
                        "limit", limitKpa,
                        "slope", ForecastBins.rounded(profile.slope()),
                        "spread", ForecastBins.rounded(profile.sigma()),
                        "days", ForecastBins.rounded(profile.days()),
                        "spell_from", spell.get(0).at().toString(),
                        "needed_when_watered", DryForecast.needed(DryForecast.WATERED_KPA, profile, limitKpa))));
    }
}
