package de.hexapolis.query.status;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What shows that water has come, by rain or by hand: the tension at a channel fell by a share and by an amount within
 * some time. Immutable.
 *
 * @param channel where it shows; of an asset that has a single channel, there
 * @param share of the value before, from 0 to 1
 * @param amount in the unit of the quantity
 */
public record Wetting(String word, String channel, double share, double amount, Duration within) {
    /** The value from which it must have fallen to this one. */
    double dryFrom(double value) {
        return Math.max(value + amount, value / (1 - share));
    }

    Optional<Reading> witness(Map<String, Reading> byChannel) {
        return byChannel.size() == 1
                ? byChannel.values().stream().findFirst()
                : Optional.ofNullable(byChannel.get(channel));
    }
}
