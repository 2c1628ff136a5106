package de.hexapolis.query.status;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How readings of a kind's main quantity become its status word. Immutable.
 *
 * @param steps from the best word to the worst; may be empty, then the status is unknown
 * @param byStandingYear steps of young trees, by the year in which they stand (from 1) and by channel; the last year
 *     holds for all later ones; what is not there follows {@code steps}
 * @param frost when readings say nothing
 * @param wetting the word for what has just had water, which goes before all others
 */
public record StatusRule(
        List<Step> steps,
        NavigableMap<Integer, Map<String, List<Step>>> byStandingYear,
        Optional<Frost> frost,
        Optional<Wetting> wetting) {
    /** A kind without thresholds. */
    public static final StatusRule NONE = of(List.of());

    /**
     * A word and the value at which it begins; towards worse the values rise (fill level, tension) or fall (moisture).
     */
    public record Step(String word, double from) {}

    /** @param below at this temperature of the soil, °C, readings of its water say nothing */
    public record Frost(double below) {}

    /** A reading with the steps that hold for its channel. */
    private record Judged(Reading reading, List<Step> steps) {
        int severity() {
            int reached = 0;
            for (int i = 1; i < steps.size(); i++) {
                double from = steps.get(i).from();
                if (isRising() ? reading.value() >= from : reading.value() <= from) {
                    reached = i;
                }
            }
            return reached;
        }

        /** The greater, the worse. */
        double badness() {
            return isRising() ? reading.value() : -reading.value();
        }

        boolean isRising() {
            return steps.get(0).from() <= steps.get(steps.size() - 1).from();
        }
    }

    public StatusRule {
        steps = List.copyOf(steps);
        byStandingYear = new TreeMap<>(byStandingYear);
    }

    /** The same steps for every channel and year. */
    public static StatusRule of(List<Step> steps) {
        return new StatusRule(steps, new TreeMap<>(), Optional.empty(), Optional.empty());
    }

    /**
     * The worst of what recent readings say.
     *
     * @param wet the reading that shows that the asset has just had water
     */
    AssetState judge(Sensed sensed, Optional<Reading> wet, Instant now) {
        Collection<Reading> readings = sensed.byChannel().values();
        Optional<Reading> newest = readings.stream().max(Comparator.comparing(Reading::observedAt));
        List<Reading> recent = readings.stream().filter(r -> !r.isStale(now)).toList();
        if (steps.isEmpty() || recent.isEmpty()) {
            return new AssetState(AssetState.UNKNOWN, newest);
        }
        List<Reading> good = recent.stream().filter(Reading::isGood).toList();
        if (good.isEmpty()) {
            return new AssetState(AssetState.FAULT, newest);
        }
        if (wet.isPresent() && wetting.isPresent()) {
            return new AssetState(wetting.get().word(), wet);
        }
        return good.stream()
                .filter(reading -> !isFrozen(sensed, reading, now))
                .map(reading -> new Judged(reading, stepsOf(reading, sensed.plantingYear(), now)))
                .max(Comparator.comparingInt(Judged::severity)
                        .thenComparingDouble(Judged::badness)
                        .thenComparing(judged -> judged.reading().observedAt()))
                .map(worst -> new AssetState(worst.steps().get(worst.severity()).word(), Optional.of(worst.reading())))
                .orElse(new AssetState(AssetState.UNKNOWN, newest));
    }

    /** The recent reading in which a wetting would show, if there is one. */
    Optional<Reading> witness(Sensed sensed, Instant now) {
        return wetting.flatMap(rule -> rule.witness(sensed.byChannel()))
                .filter(reading -> reading.isGood() && !reading.isStale(now) && !isFrozen(sensed, reading, now));
    }

    private boolean isFrozen(Sensed sensed, Reading reading, Instant now) {
        return frost.isPresent()
                && sensed.temperatureAt(reading.channel())
                        .filter(soil -> soil.isGood() && !soil.isStale(now))
                        .filter(soil -> soil.value() < frost.get().below())
                        .isPresent();
    }

    private List<Step> stepsOf(Reading reading, Optional<Integer> plantingYear, Instant now) {
        if (plantingYear.isEmpty() || byStandingYear.isEmpty()) {
            return steps;
        }
        int standing = Math.max(1, now.atOffset(ZoneOffset.UTC).getYear() - plantingYear.get());
        var year = byStandingYear.floorEntry(standing);
        return year == null ? steps : year.getValue().getOrDefault(reading.channel(), steps);
    }
}
