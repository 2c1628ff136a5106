package de.hexapolis.rules;

import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;

/**
 * A value that has risen quickly. Immutable.
 *
 * @param by so much, in the quantity's unit
 * @param within so short a time
 * @param atLeastFrom to this value at least; negative infinity: any
 * @param endsAfter with the first reading so long after the last rise
 */
public record Rise(
        Quantity quantity, double by, Duration within, double atLeastFrom, Duration endsAfter, Severity severity)
        implements Sampled {
    public Rise {
        if (!(by > 0)) {
            throw new IllegalArgumentException("a rise by " + by);
        }
    }

    @Override
    public List<Strand> strands(Sensed sensed) {
        return Courses.of(sensed, quantity, List.of())
                .<Strand>map(course ->
                        new RiseStrand(Samples.of(course, Point::value), Courses.naming(course, "rose_by"), this))
                .toList();
    }

    @Override
    public Duration lookBack(Duration interval) {
        return within.plus(endsAfter).plus(Strand.LATENESS);
    }
}
