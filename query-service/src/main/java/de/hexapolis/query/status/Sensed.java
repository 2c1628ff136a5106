package de.hexapolis.query.status;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was last sensed at an asset, whichever device it came from. One thread fills it.
 *
 * @param plantingYear of a tree, if it is known
 * @param byChannel the newest reading of each channel of the main quantity
 * @param temperatures the newest of each channel of the quantity that tells frost
 */
record Sensed(
        String kind,
        Optional<Integer> plantingYear,
        Map<String, Reading> byChannel,
        Map<String, Reading> temperatures) {

    Sensed(String kind, Optional<Integer> plantingYear) {
        this(kind, plantingYear, new HashMap<>(), new HashMap<>());
    }

    void add(Reading reading, boolean isMain) {
        (isMain ? byChannel : temperatures)
                .merge(
                        reading.channel(),
                        reading,
                        (one, other) -> one.observedAt().isBefore(other.observedAt()) ? other : one);
    }

    /** The temperature at the channel's depth, else the one that has no depth. */
    Optional<Reading> temperatureAt(String channel) {
        return Optional.ofNullable(temperatures.getOrDefault(channel, temperatures.get("")));
    }
}
