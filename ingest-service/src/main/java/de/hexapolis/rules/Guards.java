package de.hexapolis.rules;

import de.hexapolis.calendar.Season;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Optional;

/**
 * When a rule keeps silent though its condition holds. Immutable.
 *
 * @param unlessOpen rules whose episodes explain it
 * @param insteadOf the rule whose place it takes where it applies
 * @param unlessMeasured a quantity whose presence makes the rule needless
 * @param unlessForecast a kind of forecast whose presence makes the rule needless
 */
public record Guards(
        Optional<Season> season,
        List<String> unlessOpen,
        Optional<String> insteadOf,
        Optional<Quantity> unlessMeasured,
        Optional<String> unlessForecast) {
    public Guards {
        unlessOpen = List.copyOf(unlessOpen);
    }
}
