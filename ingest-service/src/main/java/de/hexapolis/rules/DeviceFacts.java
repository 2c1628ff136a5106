package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A device that is installed at the asset. Immutable.
 *
 * @param interval at which it is expected to report
 * @param usualGap the median between its messages of late; the interval where too few are known
 * @param heardAt when its newest message came, by the platform's clock; empty: never
 */
public record DeviceFacts(
        long id,
        String key,
        Optional<String> profile,
        Duration interval,
        Duration usualGap,
        Instant installedFrom,
        Optional<Instant> heardAt) {}
