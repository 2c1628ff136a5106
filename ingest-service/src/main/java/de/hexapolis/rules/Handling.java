package de.hexapolis.rules;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What is done about an episode. Immutable.
 *
 * @param work empty: nothing for a crew
 * @param due how long it may take, by severity
 * @param verifyWithin how long after a person's done the data may take to agree
 * @param bundle how it is bundled into orders; empty: an order of its own
 */
public record Handling(
        Optional<Work> work,
        Map<Severity, Duration> due,
        Duration verifyWithin,
        VerifiedBy verifiedBy,
        Optional<String> bundle,
        Optional<String> escalation,
        Optional<String> quietHours) {
    public Handling {
        due = Map.copyOf(due);
    }
}
