package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.telemetry.Quantity;
import java.util.List;

/** Distance and fill level sensors, as their codecs show them. */
final class BinCodecs {
    static final List<DeviceCodec> ALL = List.of(
            DeviceCodec.of(
                    85,
                    "em400-mud",
                    BinState.class,
                    BinCodecs::em400Frame,
                    BinCodecs::em400,
                    Reading.of("/distance", Quantity.DISTANCE),
                    Reading.of("/temperature", Quantity.DEVICE_TEMPERATURE),
                    Reading.of("/battery", Quantity.BATTERY_LEVEL)),
            DeviceCodec.of(
                    3,
                    "df702",
                    BinState.class,
                    bin -> Frame.none(),
                    BinCodecs::df702,
                    Reading.of("/level", Quantity.DISTANCE),
                    Reading.of("/angle", Quantity.TILT),
                    Reading.of("/temperature", Quantity.DEVICE_TEMPERATURE)),
            DeviceCodec.of(
                    1,
                    "filling-degree",
                    BinState.class,
                    bin -> Frame.none(),
                    BinCodecs::teneo,
                    // in cm; 0 where "valid" is false
                    Reading.of("/distance", Quantity.DISTANCE).unless(0).meaning(cm -> cm * 10),
                    Reading.of("/battery", Quantity.BATTERY_VOLTAGE)),
            DeviceCodec.of(
                    2,
                    "ldds75",
                    BinState.class,
                    bin -> Frame.none(),
                    BinCodecs::ldds75,
                    Reading.of("/distance", Quantity.DISTANCE)),
            DeviceCodec.of(
                    6,
                    "r718x",
                    BinState.class,
                    bin -> Frame.none(),
                    BinCodecs::r718x,
                    Reading.of("/Distance", Quantity.DISTANCE),
                    Reading.of("/FillLevel", Quantity.FILL_LEVEL),
                    Reading.of("/Temp", Quantity.DEVICE_TEMPERATURE),
                    Reading.of("/AngleOfInclination", Quantity.TILT),
                    Reading.of("/Volt", Quantity.BATTERY_VOLTAGE)),
            DeviceCodec.of(
                    1,
                    "trashbin",
                    BinState.class,
                    bin -> Frame.none(),
                    BinCodecs::noah,
                    Reading.of("/level", Quantity.FILL_LEVEL).meaning(left -> 100 - left),
                    Reading.of("/temp", Quantity.DEVICE_TEMPERATURE),
                    Reading.of("/voltage", Quantity.BATTERY_VOLTAGE).meaning(tenths -> tenths / 10_000)));

    private BinCodecs() {}

    private static ObjectNode em400(BinState bin) {
        ObjectNode object =
                Json.object().put("battery", bin.battery().levelPercent()).put("temperature", bin.celsius());
        if (bin.heard()) {
            object.put("distance", (int) bin.distanceMm());
        }
        return object.put("position", bin.tilted() ? "tilt" : "normal");
    }

    private static byte[] em400Frame(BinState bin) {
        Frame frame = new Frame()
                .u8(0x01, 0x75, bin.battery().levelPercent())
                .u8(0x03, 0x67)
                .u16LittleEnd(bin.celsius() * 10);
        if (bin.heard()) {
            frame.u8(0x04, 0x82).u16LittleEnd(bin.distanceMm());
        }
        return frame.u8(0x05, 0x00, bin.tilted() ? 1 : 0).bytes();
    }

    private static ObjectNode df702(BinState bin) {
        return Json.object()
                .put("level", (bin.heard() ? (int) bin.distanceMm() : 0) + " mm")
                .put("full", bin.fillPercent() >= 90)
                .put("fire", bin.celsius() >= BinState.FIRE_CELSIUS)
                .put("tilt", bin.tilted())
                .put("battery", bin.battery().levelPercent() < 10)
                .put("angle", bin.tilted() ? "48 °" : "0 °")
                .put("temperature", Math.round(bin.celsius()) + " ℃");
    }

    private static ObjectNode teneo(BinState bin) {
        ObjectNode object = Json.object()
                .put("battery", Math.round(bin.battery().volts() * 10) / 10.0)
                .put("charging", false);
        if (!bin.heard()) {
            object.put("errorcode", 1);
        }
        return object.put("sensorType", "fillrate")
                .put("settingsAllowed", true)
                .put("distance", bin.heard() ? Math.round(bin.distanceMm() / 10) : 0)
                .put("valid", bin.heard());
    }

    private static ObjectNode ldds75(BinState bin) {
        return Json.object().put("distance", bin.heard() ? (int) bin.distanceMm() + " mm" : "Invalid Reading");
    }

    private static ObjectNode r718x(BinState bin) {
        ObjectNode object = Json.object()
                .put("Device", "R718X")
                .put("Volt", Math.round(bin.battery().volts() * 10) / 10.0)
                .put("Status", "ON");
        if (bin.heard()) {
            object.put("Distance", (int) bin.distanceMm());
        }
        return object.put("Temp", bin.celsius())
                .put("FillLevel", (int) bin.fillPercent())
                .put("AngleOfInclination", bin.tilted() ? 48 : 0);
    }

    /** Its level is the space that is left, its voltage in tenths of a millivolt, see its profile. */
    private static ObjectNode noah(BinState bin) {
        return Json.object()
                .put("level", 100 - bin.fillPercent())
                .put("temp", bin.celsius())
                .put("voltage", Math.round(bin.battery().volts() * 10_000));
    }
}
