package de.hexapolis.rules;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What explains that devices of an asset are silent. Immutable.
 *
 * @param silentSince of sources and gateways that are told to be silent, such as {@code gateway:a84041ffff000001/fulda},
 *     and that these devices are heard through: when they were heard last
 * @param outageUntil when the platform itself, a source or a gateway last came back; readings before it may wait at a broker
 */
public record Causes(Map<String, Instant> silentSince, Instant outageUntil) {
    public Causes {
        silentSince = Map.copyOf(silentSince);
    }

    /** Whether they explain a silence that began then: who was silent before them was so by itself. */
    boolean explain(Instant began) {
        return silentSince.values().stream().anyMatch(since -> !began.isBefore(since));
    }

    /** One of them; empty if there is none. */
    public Optional<String> any() {
        return silentSince.keySet().stream().sorted().findFirst();
    }
}
