package de.hexapolis.outlook;

import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.Direction;
import de.hexapolis.rules.Level;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Threshold;
import de.hexapolis.telemetry.Quantity;

/** From which level on a bin is full: the first warning of its rule about levels. Stateless. */
final class FullLimit {
    /** In percent; where no rule says so. */
    private static final double USUAL = 85;

    private FullLimit() {}

    static double of(AssetFacts bin, RuleBook rules) {
        return rules.rulesFor(bin).stream()
                .map(rule -> rule.when())
                .filter(Threshold.class::isInstance)
                .map(Threshold.class::cast)
                .filter(held -> held.quantity() == Quantity.FILL_LEVEL && held.direction() == Direction.AT_LEAST)
                .flatMap(held -> held.levels().stream())
                .filter(level -> level.severity().compareTo(Severity.WARNING) >= 0)
                .mapToDouble(Level::limit)
                .min()
                .orElse(USUAL);
    }
}
