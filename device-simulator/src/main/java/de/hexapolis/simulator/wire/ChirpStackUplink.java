package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.fleet.Gateway;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.telemetry.Measurement;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** An uplink as ChirpStack v4 publishes it. Immutable, thread-safe. */
final class ChirpStackUplink implements Speaker {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

    private final DeviceCodec codec;

    ChirpStackUplink(DeviceCodec codec) {
        this.codec = codec;
    }

    @Override
    public Outgoing say(SimulatedDevice device, State state, long frame) {
        String application = uuid("application " + device.city());
        ObjectNode message = Json.object()
                .put("deduplicationId", uuid(device.id() + " " + state.at()))
                .put("time", TIME.format(state.at()));
        message.putObject("deviceInfo")
                .put("tenantId", uuid("tenant " + device.city()))
                .put("tenantName", device.city().value())
                .put("applicationId", application)
                .put("applicationName", device.site().kind())
                .put("deviceProfileId", uuid("profile " + device.profile()))
                .put("deviceProfileName", device.profile())
                .put("deviceName", device.site().reference())
                .put("devEui", device.id().value())
                .putObject("tags");
        message.put(
                        "devAddr",
                        device.id()
                                .value()
                                .substring(Math.max(0, device.id().value().length() - 8)))
                .put("adr", true)
                .put("dr", 5)
                .put("fCnt", frame)
                .put("fPort", codec.port())
                .put("confirmed", false)
                .put("data", Base64.getEncoder().encodeToString(codec.frame().apply(state)));
        message.set("object", codec.object().apply(state));
        message.putArray("rxInfo")
                .addObject()
                .put("gatewayId", Gateway.of(device).eui())
                .put("uplinkId", (int) frame)
                .put("rssi", Radio.rssi(device, frame))
                .put("snr", Radio.snr(device, frame));
        message.putObject("txInfo").put("frequency", 868_100_000);
        String topic = "application/%s/device/%s/event/up".formatted(application, device.id());
        return new Outgoing(topic, Json.bytes(message));
    }

    @Override
    public List<Measurement> measurements(State state) {
        return codec.measurements(state);
    }

    private static String uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
