package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;

/** Everything that devices can feel, from one seed. Immutable, thread-safe. */
public record World(Dice dice) {
    public static World seeded(long seed) {
        return new World(Dice.seeded(seed));
    }

    /** What this device feels; trees have soil, roadworks have beacons, everything else fills like a bin. */
    public Sensing sensing(SimulatedDevice device) {
        Dice own = dice.with(device.id().value());
        Weather weather = weather(device.city().value());
        return switch (device.site().kind()) {
            case "tree" -> new SoilSensing(device, own, weather);
            case "roadworks" -> new BeaconSensing(device, own, weather);
            default -> new BinSensing(device, own, weather);
        };
    }

    public Weather weather(String city) {
        return new Weather(dice.with("weather of " + city));
    }
}
