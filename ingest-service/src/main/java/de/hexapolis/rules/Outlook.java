package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import java.time.Instant;
import java.util.Optional;

/**
 * What a forecast says of an asset. Immutable.
 *
 * @param kind {@code full} or {@code dry}
 * @param byRound probability of it by the next planned round; empty: no round is planned
 * @param p10 when it has come with a probability of a tenth; empty: not within the horizon
 * @param carried whether it rests on similar assets
 */
public record Outlook(
        String kind,
        Channel channel,
        Optional<Double> byRound,
        Optional<Instant> p10,
        Optional<Instant> p50,
        Optional<Instant> p90,
        boolean carried,
        Instant madeAt) {}
