package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;

/**
 * Everything that devices can feel, from one seed. Thread-safe.
 *
 * @param visits what people did in it
 */
public record World(Dice dice, Visits visits) {
    public static World seeded(long seed) {
        return seeded(seed, Visits.NONE);
    }

    public static World seeded(long seed, Visits visits) {
        return new World(Dice.seeded(seed), visits);
    }

    /** What this device feels; trees have soil, roadworks have beacons, everything else fills like a bin. */
    public Sensing sensing(SimulatedDevice device) {
        Dice own = own(device);
        return switch (device.site().kind()) {
            case "tree" -> new SoilSensing(device, own, weather(device), drying(device));
            case "roadworks" -> new BeaconSensing(device, own, weather(device));
            default -> new BinSensing(device, own, weather(device), filling(device));
        };
    }

    /** What is true of a bin, whatever its sensor says. */
    public BinTruth bin(SimulatedDevice device) {
        return new BinTruth(filling(device), device.site().zone());
    }

    /** What is true of the soil below a tree, whatever its probes say. */
    public TreeTruth tree(SimulatedDevice device) {
        return new TreeTruth(drying(device), weather(device), device.site().zone());
    }

    /** What is true of a barrier, whatever its tracker says. */
    public BeaconTruth beacon(SimulatedDevice device) {
        return new BeaconTruth(
                new BeaconSensing(device, own(device), weather(device)),
                device.site().zone());
    }

    public Weather weather(String city) {
        return new Weather(dice.with("weather of " + city));
    }

    private Dice own(SimulatedDevice device) {
        return dice.with(device.id().value());
    }

    private Weather weather(SimulatedDevice device) {
        return weather(device.city().value());
    }

    private Filling filling(SimulatedDevice device) {
        return new Filling(own(device), device.site(), visits);
    }

    private Drying drying(SimulatedDevice device) {
        return new Drying(own(device), weather(device), device.site(), visits);
    }
}
