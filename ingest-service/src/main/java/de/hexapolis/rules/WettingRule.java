package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;

/**
 * A tree was watered, or rained on: a tension fell. Immutable.
 *
 * @param fallPercent of the highest value within the time
 * @param fall and at least so much, in the quantity's unit
 * @param reaches deeper channels in which it may show as well
 */
public record WettingRule(
        List<String> kinds,
        Quantity quantity,
        Channel channel,
        double fallPercent,
        double fall,
        Duration within,
        List<Channel> reaches,
        Rain rain)
        implements OccurrenceRule {
    /**
     * When many trees of a city wet at once, it rained.
     *
     * @param share of the city's trees with such a series, from 0 to 1
     * @param atLeast and so many trees
     * @param within before or after
     */
    public record Rain(double share, int atLeast, Duration within) {}

    public WettingRule {
        kinds = List.copyOf(kinds);
        reaches = List.copyOf(reaches);
    }
}
