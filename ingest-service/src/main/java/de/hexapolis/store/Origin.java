package de.hexapolis.store;

import java.util.Optional;

/**
 * Whose a message is, as far as it is known: under this it is found in quarantine. Immutable.
 *
 * @param city the device's, else the source's; without one only operators see the message
 */
public record Origin(Optional<String> device, Optional<String> city) {
    public static final Origin UNKNOWN = new Origin(Optional.empty(), Optional.empty());
}
