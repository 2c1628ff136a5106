package de.hexapolis.simulator.physics;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A tracker fixed to a barrier.
 *
 * @param fixed whether it knows its position
 * @param tiltDegrees from upright
 * @param tippedOver lies on the road
 * @param changed tipped over, or was put up again, since the reading before
 * @param moved was carried since the reading before
 */
public record BeaconState(
        DeviceId device,
        Instant at,
        Battery battery,
        boolean fixed,
        double longitude,
        double latitude,
        double accuracyMetres,
        double tiltDegrees,
        boolean tippedOver,
        boolean changed,
        boolean moved)
        implements State {
    @Override
    public BeaconState felt(Instant later) {
        return new BeaconState(
                device,
                later,
                battery,
                fixed,
                longitude,
                latitude,
                accuracyMetres,
                tiltDegrees,
                tippedOver,
                changed,
                moved);
    }

    @Override
    public List<Measurement> measurements() {
        return List.of(
                new Measurement(device, Quantity.TILT, Channel.ONLY, at, tiltDegrees),
                new Measurement(device, Quantity.BATTERY_VOLTAGE, Channel.ONLY, at, battery.volts()));
    }

    @Override
    public List<DeviceEvent> events() {
        List<DeviceEvent> all = new ArrayList<>();
        if (changed) {
            all.add(new DeviceEvent(device, "tilt", at, Boolean.toString(tippedOver)));
        }
        if (moved) {
            all.add(new DeviceEvent(device, "moved", at, "true"));
        }
        return all;
    }

    @Override
    public Optional<PositionFix> position() {
        return fixed
                ? Optional.of(new PositionFix(device, at, longitude, latitude, OptionalDouble.of(accuracyMetres)))
                : Optional.empty();
    }
}
