package de.hexapolis.orders;

import de.hexapolis.rules.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert row that stands for an episode, open or closed. Immutable.
 *
 * @param subject such as {@code asset:17} or {@code gateway:a84041ffff000001/fulda}
 */
public record StandingAlert(
        long alertId,
        Optional<Long> assetId,
        String subject,
        String ruleId,
        String edition,
        AlertState state,
        Severity severity,
        Instant began,
        Optional<Instant> ended,
        Optional<Instant> doneAt,
        Optional<Long> orderId) {}
