package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceEvent;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.PositionFix;
import de.hexapolis.telemetry.TelemetryTopic;
import java.time.Instant;
import java.util.List;

/** Our own message. Immutable, thread-safe. */
public final class OwnJson implements Speaker {
    @Override
    public Outgoing say(SimulatedDevice device, State state, long frame) {
        ObjectNode message = Json.object().put("observed_at", state.at().toString());
        ArrayNode readings = message.putArray("readings");
        state.measurements().forEach(measurement -> add(readings, measurement));
        List<DeviceEvent> events = state.events();
        if (!events.isEmpty()) {
            ArrayNode array = message.putArray("events");
            events.forEach(event ->
                    array.addObject().put("kind", event.kind()).putRawValue("value", new RawValue(event.value())));
        }
        state.position().ifPresent(fix -> add(message, fix));
        return new Outgoing(new TelemetryTopic(device.city(), device.id()).toString(), Json.bytes(message));
    }

    @Override
    public List<Measurement> measurements(State state) {
        return state.measurements();
    }

    /** One reading, at another time than it was taken. */
    public static Outgoing of(CityId city, Measurement measurement, Instant observedAt) {
        ObjectNode message = Json.object().put("observed_at", observedAt.toString());
        add(message.putArray("readings"), measurement);
        return new Outgoing(new TelemetryTopic(city, measurement.device()).toString(), Json.bytes(message));
    }

    private static void add(ArrayNode readings, Measurement measurement) {
        ObjectNode reading =
                readings.addObject().put("quantity", measurement.quantity().wireName());
        if (!measurement.channel().equals(Channel.ONLY)) {
            reading.put("channel", measurement.channel().value());
        }
        reading.put("value", measurement.value());
    }

    private static void add(ObjectNode message, PositionFix fix) {
        ObjectNode position =
                message.putObject("position").put("lat", fix.latitude()).put("lon", fix.longitude());
        fix.accuracyMetres().ifPresent(metres -> position.put("accuracy_m", metres));
    }
}
