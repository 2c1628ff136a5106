package de.hexapolis.simulator.simulation;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.time.Instant;

/**
 * When a device transmits: once soon after the start, then on its own grid, which is the same whenever the simulation
 * starts. Immutable, thread-safe.
 *
 * @param spread within which all devices send their first message
 * @param intervalScale shortens (below 1) or lengthens every interval
 */
public record Timetable(Dice dice, Instant start, Duration spread, double intervalScale) {
    public Timetable {
        if (!(intervalScale > 0)) {
            throw new IllegalArgumentException("not a scale of intervals above 0: " + intervalScale);
        }
    }

    /** @throws BadInput if the commands' option {@code --interval-scale} is no scale */
    public static void checkScale(double intervalScale) {
        BadInput.unless(
                intervalScale > 0 && Double.isFinite(intervalScale),
                "--interval-scale %s: a number above 0, such as 0.1 or 4".formatted(intervalScale));
    }

    public Instant first(SimulatedDevice device) {
        return start.plusMillis((long) (spread.toMillis() * of(device, "first").uniform()));
    }

    /** The next instant on the device's grid, at least a second away. */
    public Instant after(SimulatedDevice device, Instant instant) {
        long step = step(device);
        long phase = phase(device, step);
        long tick = Math.floorDiv(instant.toEpochMilli() + 1_000 - phase, step) + 1;
        return Instant.ofEpochMilli(phase + tick * step);
    }

    /** How many messages the device has sent since its installation: the frame counter. */
    public long frame(SimulatedDevice device, Instant instant) {
        Duration installed = Duration.between(device.installedFrom(), instant);
        return Math.max(0, installed.toMillis() / step(device));
    }

    private long step(SimulatedDevice device) {
        return Math.max(2_000, (long) (device.interval().toMillis() * intervalScale));
    }

    private long phase(SimulatedDevice device, long step) {
        return (long) (of(device, "phase").uniform() * step);
    }

    private Dice of(SimulatedDevice device, String what) {
        return dice.with(what).with(device.id().value());
    }
}
