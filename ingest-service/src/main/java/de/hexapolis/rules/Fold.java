package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * From samples to episodes. One automaton for all conditions on samples: nothing, or an episode that opens with one strand,
 * gets worse with any, and ends when all are back. Whether it opens or ends at a step is decided by the samples before that
 * step, never by what was decided at other steps; so the only memory is whether an episode is under way, and a stored
 * episode says so.
 *
 * <p>Of one judgement, one thread.
 */
final class Fold {
    private final List<Strand> strands;
    private final Duration holdsFor;
    private final Sensed sensed;
    private final NavigableSet<Instant> samples;
    private final NavigableSet<Instant> steps;
    private final Instant nextAt;

    /** @param holdsFor for so long it must have been bad before it opens */
    Fold(List<Strand> strands, Duration holdsFor, Sensed sensed) {
        this.strands = strands;
        this.holdsFor = holdsFor;
        this.sensed = sensed;
        this.samples = strands.stream().flatMap(Strand::sampled).collect(Collectors.toCollection(TreeSet::new));
        NavigableSet<Instant> appointments = strands.stream()
                .flatMap(strand -> strand.appointments(holdsFor))
                .collect(Collectors.toCollection(TreeSet::new));
        this.steps = new TreeSet<>(samples);
        this.steps.addAll(appointments.headSet(sensed.now(), true));
        this.nextAt = Optional.ofNullable(appointments.higher(sensed.now())).orElse(Instant.MAX);
    }

    Verdict judge(Optional<Episode> stored) {
        Instant start = start();
        Optional<Episode> current = underWay(stored, start);
        List<Episode> told = new ArrayList<>();
        for (Instant at : steps.tailSet(start, true)) {
            if (current.isEmpty()) {
                current = opening(at).map(Fold::episode);
            } else if (isBack(at)) {
                told.add(ended(current.get(), at));
                current = Optional.empty();
            } else {
                current = current.map(episode -> worse(episode, at));
            }
        }
        current.ifPresent(told::add);
        return new Verdict(told, quiet(current), nextAt);
    }

    /** A timer may have been looked at a little too late; then what it was for is told with what comes next. */
    private Instant start() {
        Instant start = sensed.from();
        Instant before = steps.lower(start);
        while (before != null
                && !samples.contains(before)
                && !before.isBefore(sensed.from().minus(Strand.LATENESS))) {
            start = before;
            before = steps.lower(start);
        }
        return start;
    }

    private Optional<Episode> underWay(Optional<Episode> stored, Instant start) {
        return stored.filter(episode -> episode.began().isBefore(start))
                .map(episode -> new StoredEpisode(episode, strands, steps, holdsFor))
                .filter(episode -> !strands.isEmpty()
                        && episode.wasDecidedBefore(start)
                        && !episode.isEndedBefore(start)
                        && !episode.restsOn(OpenFlags.of(sensed)))
                .map(episode -> episode.asOf(start));
    }

    private static Episode episode(Opening opening) {
        return new Episode(opening.began(), Optional.empty(), opening.severity(), new Evidence(opening.reasons()));
    }

    private Optional<Opening> opening(Instant at) {
        if (holdsFor.isZero()) {
            return opensAt(at);
        }
        Instant longEnough = at.minus(holdsFor);
        for (Instant step :
                steps.subSet(at.minus(Strand.HORIZON), true, at, true).descendingSet()) {
            if (isBack(step)) {
                return Optional.empty();
            }
            Optional<Opening> opening = opensAt(step).filter(bad -> !bad.began().isAfter(longEnough));
            if (opening.isPresent()) {
                return opening;
            }
        }
        return Optional.empty();
    }

    private Optional<Opening> opensAt(Instant at) {
        return strands.stream()
                .flatMap(strand -> strand.opens(at).stream())
                .min(Comparator.comparing(Opening::severity).reversed().thenComparing(Opening::began));
    }

    private boolean isBack(Instant at) {
        return strands.stream().allMatch(strand -> strand.backSince(at).isPresent());
    }

    /** The first of the samples that made the strand of this step come back: so the end says by which strand it was. */
    private Episode ended(Episode episode, Instant at) {
        Instant ended = strands.stream()
                .filter(strand -> strand.hasSampleAt(at))
                .flatMap(strand -> strand.backSince(at).stream())
                .max(Comparator.naturalOrder())
                .filter(since -> since.isAfter(episode.began()))
                .orElse(at);
        return new Episode(episode.began(), Optional.of(ended), episode.severity(), episode.evidence());
    }

    private Episode worse(Episode episode, Instant at) {
        return strands.stream()
                .flatMap(strand -> strand.worst(at).stream())
                .max(Comparator.comparing(Opening::severity))
                .filter(worst -> worst.severity().compareTo(episode.severity()) > 0)
                .map(worst -> new Episode(
                        episode.began(),
                        Optional.empty(),
                        worst.severity(),
                        episode.evidence().and(worst.reasons())))
                .orElse(episode);
    }

    private Map<Integer, Quiet> quiet(Optional<Episode> current) {
        boolean isPending = current.isEmpty() && isPending();
        Map<Integer, Quiet> bands = new HashMap<>();
        for (Strand strand : strands) {
            strand.series()
                    .ifPresent(series -> Strand.narrow(
                            bands, series, isPending ? Quiet.NEVER : strand.quiet(current.map(Episode::severity))));
        }
        OpenFlags.of(sensed).forEach(series -> bands.put(series, Quiet.NEVER));
        return bands;
    }

    /** Whether it is bad, though not yet for long enough. */
    private boolean isPending() {
        if (holdsFor.isZero()) {
            return false;
        }
        for (Instant step : steps.descendingSet()) {
            if (isBack(step)) {
                return false;
            }
            if (opensAt(step).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
