package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Stored episodes of one condition, kept as a judge keeps alerts. One thread. */
final class Book {
    private final Condition condition;
    private List<Episode> stored = new ArrayList<>();

    Book(Condition condition) {
        this.condition = condition;
    }

    /** Judges from an instant on, with as little of the courses as a judge reads. */
    Verdict judge(Sensed all, Instant from) {
        Duration lookBack = condition.lookBack(Sensing.INTERVAL);
        Instant signalsSince = from.minus(condition.lookBackOfSignals());
        Sensed read = new Sensed(
                all.asset(),
                all.courses().stream()
                        .map(course -> Sensing.asRead(course, from, lookBack))
                        .toList(),
                all.signals().stream()
                        .filter(signal -> !signal.observedAt().isBefore(signalsSince))
                        .toList(),
                all.fixes().stream()
                        .filter(fix -> !fix.observedAt().isBefore(signalsSince))
                        .toList(),
                all.devices(),
                all.happenings(),
                all.full(),
                all.dry(),
                all.causes(),
                from,
                all.now());
        Optional<Episode> before = Episodes.before(stored, from);
        Verdict verdict = condition.judge(read, before);
        List<Episode> next = new ArrayList<>(stored);
        next.removeIf(episode -> !episode.began().isBefore(from)
                || episode.ended().map(ended -> !ended.isBefore(from)).orElse(true)
                || verdict.episodes().stream().anyMatch(told -> overlap(told, episode)));
        next.addAll(verdict.episodes());
        stored = next;
        return verdict;
    }

    private static boolean overlap(Episode one, Episode other) {
        return one.began().isBefore(other.ended().orElse(Instant.MAX))
                && other.began().isBefore(one.ended().orElse(Instant.MAX));
    }

    List<Episode> stored() {
        return List.copyOf(stored);
    }
}
