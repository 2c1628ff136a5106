package de.hexapolis.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.simulator.fleet.Gateway;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.telemetry.Measurement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** An uplink as The Things Stack v3 publishes it: fields that are zero are left out, as it does. Immutable, thread-safe. */
final class ThingsStackUplink implements Speaker {
    private final DeviceCodec codec;

    ThingsStackUplink(DeviceCodec codec) {
        this.codec = codec;
    }

    @Override
    public Outgoing say(SimulatedDevice device, State state, long frame) {
        String name = "eui-" + device.id();
        String application = device.city() + "-" + device.site().kind();
        ObjectNode message = Json.object();
        ObjectNode ids = message.putObject("end_device_ids").put("device_id", name);
        ids.putObject("application_ids").put("application_id", application);
        ids.put("dev_eui", device.id().value().toUpperCase(Locale.ROOT)).put("join_eui", "800000000000000C");
        message.put("received_at", state.at().plus(Duration.ofMillis(225)).toString());
        uplink(message.putObject("uplink_message"), device, state, frame);
        return new Outgoing("v3/%s@hexapolis/devices/%s/up".formatted(application, name), Json.bytes(message));
    }

    @Override
    public List<Measurement> measurements(State state) {
        return codec.measurements(state);
    }

    private void uplink(ObjectNode uplink, SimulatedDevice device, State state, long frame) {
        String time = state.at().toString();
        uplink.put("f_port", codec.port());
        if (frame > 0) {
            uplink.put("f_cnt", frame);
        }
        byte[] bytes = codec.frame().apply(state);
        if (bytes.length > 0) {
            uplink.put("frm_payload", Base64.getEncoder().encodeToString(bytes));
        }
        uplink.set("decoded_payload", codec.object().apply(state));
        int rssi = Radio.rssi(device, frame);
        ObjectNode reception = uplink.putArray("rx_metadata").addObject();
        Gateway gateway = Gateway.of(device);
        reception
                .putObject("gateway_ids")
                .put("gateway_id", gateway.name())
                .put("eui", gateway.eui().toUpperCase(Locale.ROOT));
        reception.put("time", time).put("rssi", rssi).put("channel_rssi", rssi).put("snr", Radio.snr(device, frame));
        ObjectNode settings = uplink.putObject("settings");
        settings.putObject("data_rate")
                .putObject("lora")
                .put("bandwidth", 125_000)
                .put("spreading_factor", 7);
        settings.put("frequency", "868300000").put("time", time);
        uplink.put("consumed_airtime", "0.056576s").put("received_at", time);
    }
}
