package de.hexapolis.query.aggregates;

import de.hexapolis.query.selection.SelectedAsset;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Instant;

/**
 * A series whose readings count in an answer. Immutable.
 *
 * @param expectedInterval how often its device reports when all is well
 * @param rolledUntil readings before it are in the rollups or marked
 * @param keptSince observations before it may be deleted
 */
record Member(
        int series,
        SelectedAsset asset,
        Quantity quantity,
        String channel,
        Duration expectedInterval,
        Instant rolledUntil,
        Instant keptSince) {

    /** About how many observations it has between two instants. */
    long readings(Instant from, Instant until) {
        return from.isBefore(until) ? Duration.between(from, until).toSeconds() / expectedInterval.toSeconds() + 1 : 0;
    }
}
