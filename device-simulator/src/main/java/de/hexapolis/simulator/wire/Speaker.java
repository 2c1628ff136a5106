package de.hexapolis.simulator.wire;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.publish.Outgoing;
import de.hexapolis.telemetry.Measurement;
import java.util.List;

/** Says a device's state in the words of its network. Immutable, thread-safe. */
public interface Speaker {
    /** @param frame the device's frame counter, from 0 */
    Outgoing say(SimulatedDevice device, State state, long frame);

    /** The readings that the platform finds in what is said of this state; a fill level that it derives is not among them. */
    List<Measurement> measurements(State state);

    /** The speaker of this device's format. */
    static Speaker of(SimulatedDevice device) {
        return switch (device.speech()) {
            case HEXAPOLIS -> new OwnJson();
            case THE_THINGS_STACK -> new ThingsStackUplink(DeviceCodec.of(device.profile()));
            case CHIRPSTACK -> new ChirpStackUplink(DeviceCodec.of(device.profile()));
        };
    }
}
