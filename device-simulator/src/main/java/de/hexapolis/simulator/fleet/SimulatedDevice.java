package de.hexapolis.simulator.fleet;

import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One device as its blueprint registers it. Immutable.
 *
 * @param profile such as {@code milesight-em400-mud}; empty for a device that speaks our own JSON
 * @param installedFrom its battery was full then
 */
public record SimulatedDevice(
        DeviceId id,
        Site site,
        String profile,
        Speech speech,
        Duration interval,
        Instant installedFrom,
        Optional<Mounting> mounting) {
    public SimulatedDevice {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("the interval of %s is not above zero: %s".formatted(id, interval));
        }
    }

    public CityId city() {
        return site.city();
    }

    /** Which messages it publishes; the words of {@code format} in devices.csv. */
    public enum Speech {
        HEXAPOLIS("hexapolis"),
        THE_THINGS_STACK("the-things-stack"),
        CHIRPSTACK("chirpstack");

        private final String word;

        Speech(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        /** The speech with this word; an empty word means our own. */
        public static Optional<Speech> of(String word) {
            for (Speech speech : values()) {
                if (speech.word.equals(word) || (word.isEmpty() && speech == HEXAPOLIS)) {
                    return Optional.of(speech);
                }
            }
            return Optional.empty();
        }
    }
}
