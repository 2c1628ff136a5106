package de.hexapolis.rules;

import de.hexapolis.telemetry.Quantity;
import java.util.List;

/**
 * A bin was emptied: its level fell far, and low. Immutable.
 *
 * @param fall in the quantity's unit
 * @param atMost the level after it
 * @param confirm so many readings in a row that low
 * @param closes rules whose alerts it settles
 */
public record EmptyingRule(
        List<String> kinds, Quantity quantity, double fall, double atMost, int confirm, List<String> closes)
        implements OccurrenceRule {
    public EmptyingRule {
        if (confirm < 1 || confirm > Threshold.MOST_CONFIRMED) {
            throw new IllegalArgumentException(
                    "confirm from 1 to %d, not %d".formatted(Threshold.MOST_CONFIRMED, confirm));
        }
        kinds = List.copyOf(kinds);
        closes = List.copyOf(closes);
    }
}
