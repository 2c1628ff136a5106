package de.hexapolis.rules;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One of several conditions is enough; it ends when all of them have ended, each by its own measure. Immutable. */
public record Any(List<Sampled> of) implements Sampled {
    public Any {
        of = List.copyOf(of);
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return of.stream()
                .map(each -> each.lookBack(interval))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    @Override
    public Duration lookBackOfSignals() {
        return of.stream()
                .map(Condition::lookBackOfSignals)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
