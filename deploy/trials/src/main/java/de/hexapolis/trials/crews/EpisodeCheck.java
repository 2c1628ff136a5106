package de.hexapolis.trials.crews;

import de.hexapolis.trials.report.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * True episodes held against alerts, one to one. What begins or ends within a gap, when the simulator was dead and no device sent
 * anything, may have been missed: it counts as unsure. Pure.
 */
final class EpisodeCheck {
    private static final Set<String> RULES = Set.of("bin-full", "bin-fire", "tree-dry", "beacon-tilted");
    /** Two intervals of the slowest devices. */
    private static final Duration TOLERANCE = Duration.ofHours(2);
    /** After so long an episode that a gap hid is told by readings again. */
    private static final Duration HIDES = Duration.ofHours(4);

    private final List<TrueEpisode> episodes;
    private final Map<String, List<ToldAlert>> alerts;
    private final List<Instant> gaps;

    EpisodeCheck(List<TrueEpisode> episodes, List<ToldAlert> alerts, List<Instant> gaps) {
        this.episodes = List.copyOf(episodes);
        this.alerts = alerts.stream()
                .filter(alert -> RULES.contains(alert.rule()))
                .collect(Collectors.groupingBy(alert -> alert.asset() + " " + alert.rule()));
        this.gaps = List.copyOf(gaps);
    }

    List<Check> checks(Instant from, Instant until) {
        List<TrueEpisode> sure = episodes.stream()
                .filter(episode -> episode.sure() && !isHidden(episode))
                .filter(episode -> episode.began().isBefore(until.minus(HIDES)))
                .filter(episode -> episode.ended().orElse(until).isAfter(from.plus(HIDES)))
                .toList();
        List<String> missed = named(sure, episode -> alertsOf(episode) == 0);
        List<String> twice = named(sure, episode -> alertsOf(episode) > 1);
        List<ToldAlert> all = alerts.values().stream().flatMap(List::stream).toList();
        List<String> groundless = all.stream()
                .filter(alert -> !isFounded(alert) && !isFirstWord(alert, from))
                .map(alert -> "%s %s %s".formatted(alert.asset(), alert.rule(), alert.began()))
                .toList();
        List<Check> checks = new ArrayList<>();
        checks.add(Check.atLeast("true episodes that are sure", sure.size(), 1, ""));
        checks.add(Check.figure("true episodes in all", episodes.size(), ""));
        checks.add(Check.figure("alerts of their rules", all.size(), ""));
        checks.add(Check.none("sure episodes without an alert", missed));
        checks.add(Check.none("sure episodes with more than one", twice));
        checks.add(Check.none("alerts without an episode", groundless));
        return checks;
    }

    private static List<String> named(List<TrueEpisode> episodes, Predicate<TrueEpisode> which) {
        return episodes.stream()
                .filter(which)
                .map(episode -> "%s %s %s".formatted(episode.asset(), episode.rule(), episode.began()))
                .toList();
    }

    private long alertsOf(TrueEpisode episode) {
        return alerts.getOrDefault(episode.asset() + " " + episode.rule(), List.of()).stream()
                .filter(alert -> meet(episode, alert))
                .count();
    }

    private boolean isFounded(ToldAlert alert) {
        return episodes.stream()
                .anyMatch(episode -> episode.asset().equals(alert.asset())
                        && episode.rule().equals(alert.rule())
                        && meet(episode, alert));
    }

    /** Whoever is started sends first what it feels then, which may be over at the device's next regular reading. */
    private boolean isFirstWord(ToldAlert alert, Instant from) {
        return Stream.concat(Stream.of(from), gaps.stream()).anyMatch(start -> isWithin(start, alert.began()));
    }

    private static boolean meet(TrueEpisode episode, ToldAlert alert) {
        return overlap(episode.began().minus(TOLERANCE), episode.ended().map(end -> end.plus(TOLERANCE)), alert);
    }

    private static boolean overlap(Instant from, Optional<Instant> until, ToldAlert alert) {
        return !alert.began().isAfter(until.orElse(Instant.MAX))
                && !alert.ended().orElse(Instant.MAX).isBefore(from);
    }

    private boolean isHidden(TrueEpisode episode) {
        return gaps.stream()
                .anyMatch(gap -> isWithin(gap, episode.began())
                        || episode.ended().filter(end -> isWithin(gap, end)).isPresent());
    }

    private static boolean isWithin(Instant gap, Instant at) {
        return at.isAfter(gap.minus(HIDES)) && at.isBefore(gap.plus(HIDES));
    }
}
