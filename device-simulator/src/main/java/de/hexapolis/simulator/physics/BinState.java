package de.hexapolis.simulator.physics;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A bin as its sensor sees it.
 *
 * @param fillPercent 0 to 100, whole
 * @param distanceMm from sensor to waste, in the sensor's steps of 10 mm; NaN when it hears no echo
 * @param celsius inside the bin
 * @param calibrated the registry knows its distances, so it reports the distance and not the level
 */
public record BinState(
        DeviceId device,
        Instant at,
        Battery battery,
        double fillPercent,
        double distanceMm,
        double celsius,
        boolean tilted,
        boolean calibrated)
        implements State {
    private static final double BLOCKED_MM = 30;

    /** From here on a sensor that watches for fire says that there is one. */
    public static final double FIRE_CELSIUS = 75;

    @Override
    public BinState felt(Instant later) {
        return with(later, fillPercent, distanceMm, celsius);
    }

    /** The same, with a false echo straight below the lid. */
    public BinState blocked() {
        return with(at, 100, BLOCKED_MM, celsius);
    }

    /** The same, at another temperature. */
    public BinState heated(double toCelsius) {
        return with(at, fillPercent, distanceMm, toCelsius);
    }

    private BinState with(Instant when, double percent, double millimetres, double degrees) {
        return new BinState(device, when, battery, percent, millimetres, degrees, tilted, calibrated);
    }

    /** Whether the sensor heard an echo. */
    public boolean heard() {
        return !Double.isNaN(distanceMm);
    }

    @Override
    public List<Measurement> measurements() {
        List<Measurement> all = new ArrayList<>();
        if (!calibrated) {
            all.add(of(Quantity.FILL_LEVEL, fillPercent));
        } else if (heard()) {
            all.add(of(Quantity.DISTANCE, distanceMm));
        }
        all.add(of(Quantity.DEVICE_TEMPERATURE, celsius));
        all.add(of(Quantity.BATTERY_VOLTAGE, battery.volts()));
        return all;
    }

    @Override
    public List<DeviceEvent> events() {
        return tilted ? List.of(new DeviceEvent(device, "tilt", at, "true")) : List.of();
    }

    private Measurement of(Quantity quantity, double value) {
        return new Measurement(device, quantity, Channel.ONLY, at, value);
    }
}
