package de.hexapolis.simulator.truth;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.simulation.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** From when (inclusive) until when (exclusive) somebody asks. Immutable. */
record Span(Instant from, Instant until) {
    Span {
        BadInput.unless(
                from.isBefore(until), "--from %s, --until %s: the first lies before the second".formatted(from, until));
    }

    /** When the device reports in it, by its own grid. */
    Stream<Instant> ticks(Dice dice, SimulatedDevice device, double intervalScale) {
        Timetable timetable = new Timetable(dice, from, Duration.ZERO, intervalScale);
        return Stream.iterate(
                timetable.after(device, from), at -> at.isBefore(until), at -> timetable.after(device, at));
    }
}
