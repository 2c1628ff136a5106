package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** One of several conditions is enough; it ends when all of them have ended, each by its own measure. Immutable. */
public record Any(List<Sampled> of) implements Sampled {
    public Any {
        of = List.copyOf(of);
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        return of.stream().flatMap(each -> each.strands(sensed).stream()).toList();
    }

    @Override
    public Instant limitsChangeAt(Sensed sensed) {
        return of.stream()
                .map(each -> each.limitsChangeAt(sensed))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
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
