package de.hexapolis.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person says of alerts, or of the alerts of an order. Immutable.
 *
 * @param alerts empty where an order is named
 * @param assets only these of the order; empty: all that are open
 * @param action {@code acknowledge, start, done, not-possible, withdraw, comment, assign}
 * @param asked when it was handed over, by the platform's clock
 * @param at when it was done, as the person's phone says; empty: when it was handed over
 */
public record Answering(
        Optional<Long> order,
        List<Long> alerts,
        List<Long> assets,
        String action,
        Instant asked,
        Optional<Instant> at,
        Optional<String> reason,
        Optional<String> text,
        Optional<String> assignee,
        Optional<Instant> due) {
    public static final String COMMENT = "comment";
    public static final String ASSIGN = "assign";

    public Answering {
        alerts = List.copyOf(alerts);
        assets = List.copyOf(assets);
    }

    /** Whether the word is one of those above. */
    public static boolean isAction(String word) {
        return word.equals(COMMENT) || word.equals(ASSIGN) || Act.ofPerson(word).isPresent();
    }
}
