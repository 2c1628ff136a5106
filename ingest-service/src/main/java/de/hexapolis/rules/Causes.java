package de.hexapolis.rules;

import java.time.Instant;
import java.util.Map;

/**
 * What explains that devices of an asset are silent. Immutable.
 *
 * @param silentSince of sources and gateways, such as {@code gateway:a84041ffff000001}, that these devices are heard through
 * @param outageUntil when the platform itself last came back; readings before it may wait at a broker
 */
public record Causes(Map<String, Instant> silentSince, Instant outageUntil) {
    public Causes {
        silentSince = Map.copyOf(silentSince);
    }
}
