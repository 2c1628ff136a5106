package de.hexapolis.outlook;

import de.hexapolis.forecast.BinHistory;
import de.hexapolis.forecast.Cycles;
import de.hexapolis.forecast.Exposure;
import de.hexapolis.forecast.FillForecast;
import de.hexapolis.forecast.FillNow;
import de.hexapolis.forecast.FillProfile;
import de.hexapolis.forecast.Level;
import de.hexapolis.forecast.TimeToFull;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Forecasts bins that have new readings, each at most once an hour, or at once after an emptying. Stateless. */
final class ForecastBins {
    /** Far enough for the cycles of public bins; what came before is in the profile. */
    private static final Duration CURRENT = Duration.ofDays(14);

    private ForecastBins() {}

    /** Returns how many it made. */
    static int run(Connection connection, RuleBook rules, Instant now, List<AssetFacts> due) throws SQLException {
        int made = 0;
        for (AssetFacts bin : due) {
            List<Level> levels =
                    ReadLevels.most(ReadLevels.run(connection, bin.id(), Quantity.FILL_LEVEL, now.minus(CURRENT), now));
            if (!levels.isEmpty()) {
                WriteForecasts.on(connection, bin, forecast(connection, bin, levels, rules, now), rules);
                made++;
            }
        }
        return made;
    }

    private static MadeForecast forecast(
            Connection connection, AssetFacts bin, List<Level> levels, RuleBook rules, Instant now)
            throws SQLException {
        BinHistory history = Profiles.history(connection, bin).orElseGet(() -> BinHistory.of(levels, bin.zone()));
        Profiles.Named group = Profiles.group(connection, bin);
        FillProfile profile = FillProfile.fit(history, group.group(), bin.zone(), now);
        Exposure exposure = profile.exposure(bin.zone());
        List<List<Level>> cycles = Cycles.of(levels);
        FillNow current = FillNow.of(cycles.get(cycles.size() - 1), profile, exposure);
        double limit = FullLimit.of(bin, rules);
        FillForecast ahead = FillForecast.of(current, profile, exposure, limit);
        TimeToFull when = ahead.timeToFull();
        Optional<Instant> round = rules.nextRound(bin, now);
        return new MadeForecast(
                bin.id(),
                "full",
                "",
                now,
                Optional.of(levels.get(levels.size() - 1).at()),
                Optional.of(current.level()),
                when.p10(),
                when.p50(),
                when.p90(),
                round,
                round.map(ahead::fullBy),
                0,
                basis(profile, current, group, limit));
    }

    private static Map<String, Object> basis(FillProfile profile, FillNow current, Profiles.Named group, double limit) {
        return Map.of(
                "method", "bins-1",
                "limit", limit,
                "rate", rounded(profile.rate()),
                "weekday", profile.weekday().stream().map(ForecastBins::rounded).toList(),
                "pace", rounded(current.pace()),
                "own_share", rounded(profile.ownShare()),
                "cycles", profile.cycles(),
                "widening", rounded(group.group().widening()),
                "group", group.name(),
                "group_bins", group.group().bins());
    }

    static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
