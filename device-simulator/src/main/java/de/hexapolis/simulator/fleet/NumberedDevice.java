package de.hexapolis.simulator.fleet;

import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.util.Locale;

/** How devices that nobody registered by hand are called: {@code fulda-00001}. Stateless. */
public final class NumberedDevice {
    /** Letters of a city's id, so that a device's id is one, whatever its number. */
    public static final int LONGEST_CITY = 53;

    private NumberedDevice() {}

    /** @param number from 1 */
    public static DeviceId id(CityId city, int number) {
        return new DeviceId(String.format(Locale.ROOT, "%s-%05d", city, number));
    }
}
