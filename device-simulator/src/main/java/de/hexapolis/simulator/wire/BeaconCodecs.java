package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.physics.BeaconState;
import de.hexapolis.telemetry.Quantity;
import java.util.List;

/** Trackers, as their codecs show them. */
final class BeaconCodecs {
    static final List<DeviceCodec> ALL = List.of(
            DeviceCodec.of(
                    2,
                    "lgt92",
                    BeaconState.class,
                    BeaconCodecs::lgt92Frame,
                    BeaconCodecs::lgt92,
                    Reading.of("/Pitch", Quantity.TILT).channel("pitch"),
                    Reading.of("/Roll", Quantity.TILT).channel("roll"),
                    Reading.of("/BatV", Quantity.BATTERY_VOLTAGE)),
            DeviceCodec.of(
                    1,
                    "oyster",
                    BeaconState.class,
                    beacon -> Frame.none(),
                    BeaconCodecs::oyster,
                    Reading.of("/batV", Quantity.BATTERY_VOLTAGE),
                    Reading.of("/speedKmph", Quantity.SPEED)));

    private BeaconCodecs() {}

    private static ObjectNode lgt92(BeaconState beacon) {
        ObjectNode object = Json.object()
                .put("ALARM_status", beacon.changed() && beacon.tippedOver())
                .put("BatV", beacon.battery().volts())
                .put("FW", 160)
                .put("LON", true);
        if (beacon.fixed()) {
            object.put("latitude", beacon.latitude()).put("longitude", beacon.longitude());
        }
        return object.put("MD", "Move").put("Pitch", beacon.tiltDegrees()).put("Roll", 0.75);
    }

    private static byte[] lgt92Frame(BeaconState beacon) {
        int alarm = beacon.changed() && beacon.tippedOver() ? 0x4000 : 0;
        return new Frame()
                .s32(beacon.fixed() ? beacon.latitude() * 1e6 : 0)
                .s32(beacon.fixed() ? beacon.longitude() * 1e6 : 0)
                .u16(alarm | (int) Math.round(beacon.battery().volts() * 1000))
                .u8(0x60)
                .u16(75)
                .u16(beacon.tiltDegrees() * 100)
                .bytes();
    }

    private static ObjectNode oyster(BeaconState beacon) {
        ObjectNode object = Json.object()
                .put("type", "position")
                .put("batV", Math.round(beacon.battery().volts() * 1.5 * 100) / 100.0)
                .put("fixFailed", !beacon.fixed())
                .put("inTrip", beacon.moved())
                .putNull("manDown");
        ObjectNode position = beacon.fixed() ? object : object.putObject("cached");
        position.put("latitudeDeg", beacon.latitude())
                .put("longitudeDeg", beacon.longitude())
                .put("speedKmph", 0)
                .put("headingDeg", 0);
        return object;
    }
}
