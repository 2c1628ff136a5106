package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.Mounting;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.Instant;
import java.util.Optional;

/** An ultrasonic sensor in the lid of a bin: steps of 10 mm, noise of settling waste, 1.5 % outliers. Immutable. */
final class BinSensing implements Sensing {
    private static final double OUTLIERS = 0.015;
    private static final double STEP_MM = 10;

    private final SimulatedDevice device;
    private final Dice dice;
    private final Weather weather;
    private final Filling filling;
    private final Mounting mounting;

    BinSensing(SimulatedDevice device, Dice dice, Weather weather, Filling filling) {
        this.device = device;
        this.dice = dice;
        this.weather = weather;
        this.filling = filling;
        this.mounting = device.mounting().orElse(Mounting.USUAL);
    }

    @Override
    public Optional<State> at(Instant instant) {
        LocalHour now = LocalHour.of(instant, device.site().zone());
        Dice noise = dice.with("noise").with(instant.toEpochMilli());
        double fill = filling.percent(now) + 0.8 * noise.normal();
        double celsius = weather.air(now.day(), now.hour())
                + 1
                + noise.with("temperature").normal() * 0.4;
        return Optional.of(new BinState(
                device.id(),
                instant,
                Battery.of(dice, device.installedFrom(), instant, celsius),
                Math.round(Math.max(0, Math.min(100, fill))),
                distance(fill, noise.with("echo")),
                Math.round(celsius * 10) / 10.0,
                filling.beingEmptied(now) && noise.with("lid").chance(0.5),
                device.mounting().isPresent()));
    }

    private double distance(double fillPercent, Dice noise) {
        if (noise.chance(OUTLIERS)) {
            return outlier(noise.with("outlier"));
        }
        double highest = mounting.emptyMm() + 30;
        double clear = mounting.distanceMm(Math.min(fillPercent, 112))
                + 4 * noise.with("step").normal();
        return Math.round(Math.max(STEP_MM, Math.min(highest, clear)) / STEP_MM) * STEP_MM;
    }

    /** Nothing at all, something close before the sensor, or an echo past the floor. */
    private double outlier(Dice noise) {
        return switch (noise.below(3)) {
            case 0 -> Double.NaN;
            case 1 -> mounting.fullMm();
            default -> Math.round(mounting.emptyMm() / STEP_MM) * STEP_MM;
        };
    }
}
