package de.hexapolis.registry;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.Quantity;
import java.util.Comparator;

/**
 * What a series is of. Ordered as rows are inserted, so that replicas cannot deadlock. Immutable.
 *
 * @param derived computed here from another series: a fill level from a distance; no part of what makes a series one
 */
public record SeriesKey(long assetId, long deviceId, CityId city, Quantity quantity, Channel channel, boolean derived) {

    /** The order of insertion. */
    static final Comparator<SeriesKey> ORDER = Comparator.comparingLong(SeriesKey::assetId)
            .thenComparingLong(SeriesKey::deviceId)
            .thenComparing(key -> key.quantity().wireName())
            .thenComparing(key -> key.channel().value());
}
