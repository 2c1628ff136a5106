package de.hexapolis.rules;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Arithmetic on stretches in which rules hold. Pure. */
public final class Episodes {
    private Episodes() {}

    /** The newest of stored episodes that began before an instant: what a fold from there on starts with. */
    public static Optional<Episode> before(List<Episode> stored, Instant from) {
        return stored.stream()
                .filter(episode -> episode.began().isBefore(from))
                .max(Comparator.comparing(Episode::began));
    }

    public static List<Stretch> stretches(List<Episode> episodes) {
        return episodes.stream()
                .map(episode -> new Stretch(episode.began(), episode.ended().orElse(Instant.MAX)))
                .toList();
    }

    /** What is left of episodes outside of stretches; an episode that goes on after one begins anew there. */
    public static List<Episode> minus(List<Episode> episodes, List<Stretch> taken) {
        List<Episode> left = episodes;
        for (Stretch stretch : taken) {
            List<Episode> rest = new ArrayList<>();
            left.forEach(episode -> addOutside(rest, episode, stretch));
            left = rest;
        }
        return left.stream().sorted(Comparator.comparing(Episode::began)).toList();
    }

    private static void addOutside(List<Episode> rest, Episode episode, Stretch taken) {
        Instant ended = episode.ended().orElse(Instant.MAX);
        if (!taken.from().isBefore(ended) || !taken.until().isAfter(episode.began())) {
            rest.add(episode);
            return;
        }
        if (episode.began().isBefore(taken.from())) {
            rest.add(new Episode(episode.began(), Optional.of(taken.from()), episode.severity(), episode.evidence()));
        }
        if (taken.until().isBefore(ended)) {
            rest.add(new Episode(taken.until(), episode.ended(), episode.severity(), episode.evidence()));
        }
    }
}
