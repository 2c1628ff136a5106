package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.SoilState.Layer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Probes at 30, 60 and 90 cm below a tree; one tree of a hundred has a dead probe. One thread. */
final class SoilSensing implements Sensing {
    private final SimulatedDevice device;
    private final Dice dice;
    private final Weather weather;
    private final Drying drying;
    private final int deadProbe;

    SoilSensing(SimulatedDevice device, Dice dice, Weather weather, Drying drying) {
        this.device = device;
        this.dice = dice;
        this.weather = weather;
        this.drying = drying;
        this.deadProbe = dice.with("dead").chance(0.01) ? dice.with("which").below(3) : -1;
    }

    @Override
    public Optional<State> at(Instant instant) {
        LocalHour now = LocalHour.of(instant, device.site().zone());
        Dice noise = dice.with("noise").with(instant.toEpochMilli());
        List<Layer> layers = IntStream.range(0, Drying.DEPTHS_CM.length)
                .mapToObj(depth -> layer(depth, now, noise.with(depth)))
                .toList();
        double celsius = weather.air(now.day(), now.hour());
        return Optional.of(new SoilState(
                device.id(), instant, Battery.of(dice, device.installedFrom(), instant, celsius), layers));
    }

    private Layer layer(int depth, LocalHour now, Dice noise) {
        int depthCm = Drying.DEPTHS_CM[depth];
        double kpa = drying.tension(depth, now) * (1 + 0.012 * noise.normal());
        double celsius = weather.soil(now.day(), depthCm)
                + 0.05 * noise.with("temperature").normal();
        return new Layer(
                depthCm,
                Math.round(kpa * 10) / 10.0,
                Math.round(moisturePercent(kpa) * 100) / 100.0,
                Math.round(celsius * 10) / 10.0,
                depth != deadProbe);
    }

    /** Volumetric water of a loam at this tension (van Genuchten 1980; parameters of Carsel and Parrish 1988). */
    private static double moisturePercent(double kpa) {
        double n = 1.56;
        double saturated = 43;
        double residual = 7.8;
        return residual + (saturated - residual) / Math.pow(1 + Math.pow(0.36 * kpa, n), 1 - 1 / n);
    }
}
