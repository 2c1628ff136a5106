package de.hexapolis.rules;

import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * When readings are not to be believed. Immutable.
 *
 * @param kinds of assets
 * @param quantity of series; empty: all
 * @param missingFor {@code no_probe}: for so many intervals its device was heard, the series not
 * @param lateClock how far behind readings come
 */
public record PlausibilityRule(
        String id,
        List<String> kinds,
        Optional<Quantity> quantity,
        Optional<Jump> jump,
        Optional<Stuck> stuck,
        Optional<Frozen> frozen,
        Optional<Circuit> shortCircuit,
        Optional<Circuit> openCircuit,
        OptionalInt missingFor,
        Optional<Valid> valid,
        Optional<OutOfRange> outOfRange,
        Optional<Duration> lateClock) {
    public PlausibilityRule {
        kinds = List.copyOf(kinds);
    }

    /**
     * Away from both neighbours, which agree.
     *
     * @param by in the quantity's unit
     * @param factor and by this factor, up or down; empty: {@code by} is enough
     * @param backWithin after so many readings
     */
    public record Jump(double by, OptionalDouble factor, int backWithin) {}

    /**
     * All readings equal for so long.
     *
     * @param months in which alone that is strange; empty: all
     */
    public record Stuck(Duration lasts, Set<Month> months) {
        public Stuck {
            months = Set.copyOf(months);
        }
    }

    /** A value that means nothing while another quantity of the device, at the same depth if there is one, is below. */
    public record Frozen(Quantity quantity, double below) {}

    /**
     * All readings at one end of the range for so long.
     *
     * @param limit short circuit: at most; open circuit: at least
     * @param months in which alone that is strange; empty: all
     */
    public record Circuit(double limit, Duration lasts, Set<Month> months) {
        public Circuit {
            months = Set.copyOf(months);
        }
    }

    /** What is possible for this kind of asset, both included. */
    public record Valid(double from, double to) {}

    /** So many of the last readings were not possible. */
    public record OutOfRange(int of, int atLeast) {}
}
