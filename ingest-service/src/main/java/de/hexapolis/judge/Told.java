package de.hexapolis.judge;

import de.hexapolis.rules.Episode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An episode that a rule tells. Immutable.
 *
 * @param explainedBy the rule whose episode goes before it from its end on; empty: it ends by itself, or not at all
 */
record Told(Episode episode, Optional<String> explainedBy) {
    static Told whole(Episode episode) {
        return new Told(episode, Optional.empty());
    }

    Instant began() {
        return episode.began();
    }

    /** {@link Instant#MAX} while it lasts. */
    Instant until() {
        return until(episode);
    }

    /** What is left of it beside an episode of a rule that goes before it. */
    List<Told> without(String rule, Episode stronger) {
        if (!stronger.began().isBefore(until()) || !began().isBefore(until(stronger))) {
            return List.of(this);
        }
        List<Told> left = new ArrayList<>();
        if (began().isBefore(stronger.began())) {
            left.add(new Told(over(began(), Optional.of(stronger.began())), Optional.of(rule)));
        }
        if (stronger.ended().isPresent() && stronger.ended().get().isBefore(until())) {
            left.add(new Told(over(stronger.ended().get(), episode.ended()), explainedBy));
        }
        return left;
    }

    /** The same, but for its beginning. */
    Told beginning(Instant at) {
        return new Told(over(at, episode.ended()), explainedBy);
    }

    /** What is left of it from an instant on. */
    List<Told> from(Instant instant) {
        if (!began().isBefore(instant)) {
            return List.of(this);
        }
        return instant.isBefore(until()) ? List.of(new Told(over(instant, episode.ended()), explainedBy)) : List.of();
    }

    private Episode over(Instant began, Optional<Instant> ended) {
        return new Episode(began, ended, episode.severity(), episode.evidence());
    }

    private static Instant until(Episode episode) {
        return episode.ended().orElse(Instant.MAX);
    }
}
