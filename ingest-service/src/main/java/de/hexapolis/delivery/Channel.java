package de.hexapolis.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Where somebody wants to be told. Immutable.
 *
 * @param city empty: all cities
 * @param crew empty: the city's staff
 * @param address topic prefix, URL, mail address or push endpoint
 * @param secret the key of signatures, or the keys of a push subscription
 * @param failingSince empty while it works
 * @param leasedUntil nobody else sends for it before
 */
public record Channel(
        long id,
        Optional<String> city,
        Optional<String> crew,
        ChannelKind kind,
        String name,
        String address,
        Optional<String> secret,
        ChannelWishes wishes,
        Optional<Instant> failingSince,
        Instant leasedUntil) {

    /** No key in logs. */
    @Override
    public String toString() {
        return "channel %d (%s '%s')".formatted(id, kind.wireName(), name);
    }
}
