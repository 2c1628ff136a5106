package de.hexapolis.outlook;

import de.hexapolis.forecast.BinHistory;
import de.hexapolis.forecast.Level;
import de.hexapolis.forecast.PastErrors;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.telemetry.Quantity;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Learns once a local day what is worth remembering of each bin's last 56 days. Stateless. */
final class FitBins {
    private static final Duration REMEMBERED = Duration.ofDays(56);

    private FitBins() {}

    /** Returns how many it fitted. */
    static int run(Connection connection, RuleBook rules, Instant now, List<AssetFacts> due) throws SQLException {
        for (AssetFacts bin : due) {
            List<Level> levels = ReadLevels.most(
                    ReadLevels.run(connection, bin.id(), Quantity.FILL_LEVEL, now.minus(REMEMBERED), now));
            BinHistory history = BinHistory.of(levels, bin.zone())
                    .withErrors(PastErrors.of(
                            levels,
                            Profiles.group(connection, bin).group(),
                            bin.zone(),
                            now,
                            FullLimit.of(bin, rules)));
            Profiles.write(connection, Profiles.subject(bin), history, now);
        }
        return due.size();
    }
}
