package de.hexapolis.simulator.fleet;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.telemetry.CityId;
import java.util.Locale;

/**
 * The LoRaWAN gateway that hears a device: each city has five, one for each cell of the town. Immutable.
 *
 * @param name as The Things Stack calls it
 * @param eui 16 hexadecimal digits, small letters
 */
public record Gateway(String name, String eui) {
    private static final int IN_A_CITY = 5;
    /** Cells of about a kilometre. */
    private static final double CELLS_PER_DEGREE = 75;

    /** The one that hears this device. */
    public static Gateway of(SimulatedDevice device) {
        Site site = device.site();
        long cell = (long) Math.floor(site.longitude() * CELLS_PER_DEGREE)
                + 2 * (long) Math.floor(site.latitude() * CELLS_PER_DEGREE);
        return numbered(device.city(), Math.floorMod(cell, IN_A_CITY));
    }

    /** One of a city's. */
    public static Gateway of(CityId city, Dice dice) {
        return numbered(city, dice.with(city.value()).below(IN_A_CITY));
    }

    private static Gateway numbered(CityId city, int index) {
        int ofCity = Dice.seeded(0).with("gateway").with(city.value()).below(0x1000000);
        return new Gateway(
                city + "-gw" + (index + 1), String.format(Locale.ROOT, "a84041ff%06x%02x", ofCity, index + 1));
    }
}
