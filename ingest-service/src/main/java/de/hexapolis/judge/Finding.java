package de.hexapolis.judge;

import de.hexapolis.rules.ResolvedRule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a rule tells of an asset, after what stands beside it had its say. Immutable.
 *
 * @param told by rising time
 * @param since it tells nothing of what was before
 * @param silencedBy why the rule says nothing now, whatever its condition; empty: it speaks
 */
record Finding(ResolvedRule rule, List<Told> told, Instant since, Optional<String> silencedBy) {
    Finding {
        told = List.copyOf(told);
    }

    static Finding silenced(ResolvedRule rule, String by) {
        return new Finding(rule, List.of(), Instant.MAX, Optional.of(by));
    }
}
