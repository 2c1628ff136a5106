package de.hexapolis.orders;

import de.hexapolis.rules.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * An alert row that stands for an episode, open or closed. Immutable.
 *
 * @param subject such as {@code asset:17} or {@code gateway:a84041ffff000001/fulda}
 * @param part of persons in an alert that is closed; of one that is open it is not asked
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
        Optional<Long> orderId,
        PersonsPart part) {}
