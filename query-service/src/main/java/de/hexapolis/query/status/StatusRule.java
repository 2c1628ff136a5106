package de.hexapolis.query.status;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How readings of a kind's main quantity become its status word. Immutable.
 *
 * @param steps from the best word to the worst; may be empty, then the status is unknown
 */
public record StatusRule(List<Step> steps) {
    /** A kind without thresholds. */
    public static final StatusRule NONE = new StatusRule(List.of());

    /**
     * A word and the value at which it begins; towards worse the values rise (fill level, tension) or fall (moisture).
     */
    public record Step(String word, double from) {}

    public StatusRule {
        steps = List.copyOf(steps);
    }

    /**
     * The worst of what recent readings say.
     *
     * @param readings the newest of each channel
     */
    public AssetState judge(Collection<Reading> readings, Instant now) {
        Optional<Reading> newest = readings.stream().max(Comparator.comparing(Reading::observedAt));
        List<Reading> recent = readings.stream().filter(r -> !r.isStale(now)).toList();
        if (steps.isEmpty() || recent.isEmpty()) {
            return new AssetState(AssetState.UNKNOWN, newest);
        }
        return recent.stream()
                .filter(Reading::isGood)
                .max(Comparator.comparingInt((Reading r) -> severity(r.value()))
                        .thenComparing(worse())
                        .thenComparing(Reading::observedAt))
                .map(worst -> new AssetState(steps.get(severity(worst.value())).word(), Optional.of(worst)))
                .orElse(new AssetState(AssetState.FAULT, newest));
    }

    private boolean isRising() {
        return steps.get(0).from() <= steps.get(steps.size() - 1).from();
    }

    private Comparator<Reading> worse() {
        Comparator<Reading> byValue = Comparator.comparingDouble(Reading::value);
        return isRising() ? byValue : byValue.reversed();
    }

    /** The place of the value's word among the steps. */
    private int severity(double value) {
        int reached = 0;
        for (int i = 1; i < steps.size(); i++) {
            double from = steps.get(i).from();
            if (isRising() ? value >= from : value <= from) {
                reached = i;
            }
        }
        return reached;
    }
}
