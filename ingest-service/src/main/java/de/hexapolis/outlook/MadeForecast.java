package de.hexapolis.outlook;

import de.hexapolis.rules.Outlook;
import de.hexapolis.telemetry.Channel;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A row of {@code forecast}. Immutable.
 *
 * @param readingAt the newest reading that it rests on; empty: carried
 * @param level at that reading, in percent or kPa
 * @param carriedFrom how many similar assets; 0: its own readings
 * @param basis why it says so, for people
 */
record MadeForecast(
        long asset,
        String kind,
        String channel,
        Instant madeAt,
        Optional<Instant> readingAt,
        Optional<Double> level,
        Optional<Instant> p10,
        Optional<Instant> p50,
        Optional<Instant> p90,
        Optional<Instant> roundAt,
        Optional<Double> byRound,
        int carriedFrom,
        Map<String, Object> basis) {
    MadeForecast {
        basis = Map.copyOf(basis);
    }

    Outlook outlook() {
        return new Outlook(kind, new Channel(channel), byRound, p10, p50, p90, carriedFrom > 0, madeAt);
    }
}
