package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/**
 * What a stored episode says of the instant at which a fold begins. A reading that comes late may lie between its begin
 * and the reading that decided it; then it does not count, and is decided anew. Immutable.
 */
record StoredEpisode(Episode episode, List<Strand> strands, NavigableSet<Instant> steps, Duration holdsFor) {

    private List<Reason> reasons() {
        return episode.evidence().reasons();
    }

    private Optional<Strand> sayer(Reason reason) {
        return strands.stream().filter(strand -> strand.says(reason)).findFirst();
    }

    private int openingReasons() {
        int usual = sayer(reasons().get(0)).map(Strand::openingReasons).orElse(1);
        return Math.min(usual, reasons().size());
    }

    boolean wasDecidedBefore(Instant start) {
        if (reasons().isEmpty()) {
            return true;
        }
        boolean isConfirmed = reasons().get(openingReasons() - 1).observedAt().isBefore(start);
        if (holdsFor.isZero()) {
            return isConfirmed;
        }
        Instant longEnough = steps.ceiling(reasons().get(0).observedAt().plus(holdsFor));
        return isConfirmed && (longEnough == null || longEnough.isBefore(start));
    }

    boolean isEndedBefore(Instant start) {
        Optional<Instant> ended = episode.ended().filter(end -> end.isBefore(start));
        if (ended.isEmpty()) {
            return false;
        }
        List<Boolean> known = strands.stream()
                .flatMap(strand -> strand.isEndKnown(episode.began(), ended.get(), start).stream())
                .toList();
        return known.isEmpty() || known.contains(true);
    }

    /** Whether it was opened by one of some series. */
    boolean restsOn(Set<Integer> series) {
        return reasons().stream()
                .limit(1)
                .anyMatch(reason -> reason.series().isPresent()
                        && series.contains(reason.series().getAsInt()));
    }

    /** As it was then: under way, and no worse than it had become. */
    Episode asOf(Instant start) {
        List<Reason> then = reasons().stream()
                .filter(reason -> reason.observedAt().isBefore(start))
                .toList();
        Severity severity = then.isEmpty() || then.size() == reasons().size()
                ? episode.severity()
                : Optional.of(then.get(then.size() - 1))
                        .flatMap(last -> sayer(last).flatMap(strand -> strand.severityOf(last)))
                        .orElse(episode.severity());
        return new Episode(episode.began(), Optional.empty(), severity, new Evidence(then));
    }
}
