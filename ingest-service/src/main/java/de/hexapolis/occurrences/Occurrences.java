package de.hexapolis.occurrences;

import de.hexapolis.rules.EmptyingRule;
import de.hexapolis.rules.OccurrenceRule;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import de.hexapolis.rules.WettingRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What happened to an asset. Immutable.
 *
 * @param told all from {@code since} on, by time; what is stored of it by readings and not told again is none
 * @param quiet by series: values within which nothing happens
 */
public record Occurrences(List<Occurrence> told, Instant since, Map<Integer, Quiet> quiet) {
    public Occurrences {
        told = List.copyOf(told);
        quiet = Map.copyOf(quiet);
    }

    /** How far before {@link Sensed#from()} courses must reach. */
    public static Duration lookBack(List<OccurrenceRule> rules) {
        return rules.stream()
                .map(rule -> rule instanceof WettingRule wetting ? Wettings.lookBack(wetting) : Duration.ZERO)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    public static Occurrences of(Sensed sensed, List<OccurrenceRule> rules) {
        Occurrences all = new Occurrences(List.of(), sensed.from(), Map.of());
        for (OccurrenceRule rule : rules) {
            all = all.and(
                    rule instanceof EmptyingRule emptying
                            ? Emptyings.of(emptying, sensed)
                            : Wettings.of((WettingRule) rule, sensed));
        }
        return all;
    }

    private Occurrences and(Occurrences other) {
        Map<Integer, Quiet> bands = new HashMap<>(quiet);
        other.quiet.forEach((series, band) -> bands.merge(series, band, Quiet::and));
        List<Occurrence> both = new ArrayList<>(Stream.concat(told.stream(), other.told.stream())
                .sorted(Comparator.comparing(Occurrence::at))
                .toList());
        return new Occurrences(both, since.isBefore(other.since) ? since : other.since, bands);
    }
}
