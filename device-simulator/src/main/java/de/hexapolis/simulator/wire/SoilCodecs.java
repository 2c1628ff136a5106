package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.physics.SoilState;
import de.hexapolis.simulator.physics.SoilState.Layer;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Soil probes, as their codecs show them. A device with one probe has it in the middle depth. */
final class SoilCodecs {
    static final List<DeviceCodec> ALL = List.of(
            DeviceCodec.of(
                    1,
                    "dl-trs21",
                    SoilState.class,
                    SoilCodecs::trs21Frame,
                    SoilCodecs::trs21,
                    Reading.of("/water_potential/value", Quantity.SOIL_WATER_TENSION)
                            .meaning(potential -> -potential),
                    Reading.of("/soil_temperature/value", Quantity.SOIL_TEMPERATURE),
                    Reading.of("/battery_voltage/value", Quantity.BATTERY_VOLTAGE)),
            DeviceCodec.of(1, "dl-smtp", SoilState.class, soil -> Frame.none(), SoilCodecs::smtp, segmentsOfSmtp()),
            DeviceCodec.of(
                    2,
                    "lse01",
                    SoilState.class,
                    SoilCodecs::lse01Frame,
                    SoilCodecs::lse01,
                    Reading.of("/water_SOIL", Quantity.SOIL_MOISTURE),
                    Reading.of("/temp_SOIL", Quantity.SOIL_TEMPERATURE),
                    // in µS/cm
                    Reading.of("/conduct_SOIL", Quantity.SOIL_CONDUCTIVITY).meaning(micro -> micro / 1_000),
                    Reading.of("/Bat", Quantity.BATTERY_VOLTAGE),
                    Reading.of("/TempC_DS18B20", Quantity.AIR_TEMPERATURE)),
            DeviceCodec.of(
                    1,
                    "s2104",
                    SoilState.class,
                    soil -> Frame.none(),
                    SoilCodecs::s2104,
                    Reading.of("/messages/0/measurementValue", Quantity.SOIL_TEMPERATURE),
                    Reading.of("/messages/1/measurementValue", Quantity.SOIL_MOISTURE)),
            DeviceCodec.of(
                    10,
                    "kiwi",
                    SoilState.class,
                    soil -> Frame.none(),
                    SoilCodecs::kiwi,
                    new Reading(Quantity.SOIL_WATER_TENSION, new Channel("1"), SoilCodecs::kiwiTension),
                    Reading.of("/ambient_temperature", Quantity.AIR_TEMPERATURE),
                    Reading.of("/relative_humidity", Quantity.AIR_HUMIDITY),
                    Reading.of("/light_intensity", Quantity.ILLUMINANCE)),
            DeviceCodec.of(
                    85,
                    "em500-smtc",
                    SoilState.class,
                    soil -> Frame.none(),
                    SoilCodecs::em500,
                    Reading.of("/humidity", Quantity.SOIL_MOISTURE),
                    Reading.of("/temperature", Quantity.SOIL_TEMPERATURE),
                    Reading.of("/battery", Quantity.BATTERY_LEVEL)));

    /** What a Decentlab says of a probe that is not connected. */
    private static final double NO_TEMPERATURE = -327.68;

    private static final double NO_MOISTURE = -5;
    private static final int DECENTLAB_ID = 402;

    private SoilCodecs() {}

    private static Layer probe(SoilState soil) {
        return soil.layers().get(1);
    }

    private static ObjectNode trs21(SoilState soil) {
        ObjectNode object = decentlab(soil);
        Layer probe = probe(soil);
        if (probe.connected()) {
            value(object, "soil_temperature", "Soil temperature", probe.celsius())
                    .put("unit", "°C");
            value(object, "water_potential", "Water potential", -probe.tensionKpa())
                    .put("unit", "kPa");
        }
        return object;
    }

    private static byte[] trs21Frame(SoilState soil) {
        Layer probe = probe(soil);
        Frame frame = new Frame().u8(2).u16(DECENTLAB_ID).u16(probe.connected() ? 3 : 2);
        if (probe.connected()) {
            frame.u16(probe.tensionKpa() * 10).u16(probe.celsius() * 10 + 32768);
        }
        return frame.u16(soil.battery().volts() * 1000).bytes();
    }

    private static ObjectNode smtp(SoilState soil) {
        ObjectNode object = decentlab(soil);
        for (int depth = 0; depth < 8; depth++) {
            Layer layer = soil.layers().get(Math.min(2, depth / 3));
            boolean there = layer.connected() && depth < 6;
            value(
                    object,
                    "soil_moisture_at_depth_" + depth,
                    "Soil moisture at depth " + depth,
                    there ? layer.moisturePercent() : NO_MOISTURE);
            value(
                            object,
                            "soil_temperature_at_depth_" + depth,
                            "Soil temperature at depth " + depth,
                            there ? layer.celsius() : NO_TEMPERATURE)
                    .put("unit", "°C");
        }
        return object;
    }

    private static Reading[] segmentsOfSmtp() {
        Stream<Reading> segments = IntStream.range(0, 8).boxed().flatMap(depth -> {
            String channel = Integer.toString(depth);
            return Stream.of(
                    Reading.of("/soil_moisture_at_depth_%d/value".formatted(depth), Quantity.SOIL_MOISTURE)
                            .channel(channel)
                            .unless(NO_MOISTURE),
                    Reading.of("/soil_temperature_at_depth_%d/value".formatted(depth), Quantity.SOIL_TEMPERATURE)
                            .channel(channel)
                            .unless(NO_TEMPERATURE));
        });
        Reading battery = Reading.of("/battery_voltage/value", Quantity.BATTERY_VOLTAGE);
        return Stream.concat(segments, Stream.of(battery)).toArray(Reading[]::new);
    }

    private static ObjectNode decentlab(SoilState soil) {
        ObjectNode object = Json.object();
        value(object, "battery_voltage", "Battery voltage", soil.battery().volts())
                .put("unit", "V");
        return object.put("device_id", DECENTLAB_ID).put("protocol_version", 2);
    }

    private static ObjectNode value(ObjectNode object, String name, String shown, double value) {
        return object.putObject(name).put("displayName", shown).put("value", value);
    }

    private static ObjectNode lse01(SoilState soil) {
        Layer probe = probe(soil);
        return Json.object()
                .put("Bat", soil.battery().volts())
                .put("TempC_DS18B20", "0.0")
                .put("conduct_SOIL", conductivity(probe))
                .put("temp_SOIL", twoDecimals(probe.celsius()))
                .put("water_SOIL", twoDecimals(probe.moisturePercent()));
    }

    private static byte[] lse01Frame(SoilState soil) {
        Layer probe = probe(soil);
        return new Frame()
                .u16(0xc000 | (int) Math.round(soil.battery().volts() * 1000))
                .u16(0)
                .u16(probe.moisturePercent() * 100)
                .u16(probe.celsius() * 100)
                .u16(conductivity(probe))
                .u8(0x90)
                .bytes();
    }

    private static int conductivity(Layer probe) {
        return (int) Math.round(probe.moisturePercent() * 28);
    }

    private static String twoDecimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static ObjectNode s2104(SoilState soil) {
        ObjectNode object = Json.object().put("valid", true).put("err", 0);
        ArrayNode messages = object.putArray("messages");
        telemetry(messages, 4102, probe(soil).celsius());
        telemetry(messages, 4103, probe(soil).moisturePercent());
        return object;
    }

    private static void telemetry(ArrayNode messages, int measurement, double value) {
        messages.addObject()
                .put("type", "report_telemetry")
                .put("measurementId", measurement)
                .put("measurementValue", value);
    }

    /** A Watermark shows its tension as a frequency; the curve is read backwards, see the kiwi's profile. */
    private static ObjectNode kiwi(SoilState soil) {
        return Json.object()
                .put("ambient_temperature", probe(soil).celsius())
                .put("input1_frequency", Math.round(Watermark.hertz(probe(soil).tensionKpa())))
                .put("light_intensity", 3415)
                .put("port", "10")
                .put("relative_humidity", 82.5);
    }

    /** What the profile makes of the frequency: the curve, and a correction to 24 °C. */
    private static double kiwiTension(ObjectNode kiwi) {
        double kelvinAbove24 = kiwi.path("ambient_temperature").asDouble() - 24;
        return Watermark.kpa(kiwi.path("input1_frequency").asDouble()) * (1 - 0.019 * kelvinAbove24);
    }

    private static ObjectNode em500(SoilState soil) {
        Layer probe = probe(soil);
        return Json.object()
                .put("battery", soil.battery().levelPercent())
                .put("temperature", probe.celsius())
                .put("humidity", Math.round(probe.moisturePercent() * 2) / 2.0);
    }
}
