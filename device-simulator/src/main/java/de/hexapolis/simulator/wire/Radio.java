package de.hexapolis.simulator.wire;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;

/** How well a gateway hears a device: steady for each device, with a little fading by frame. */
final class Radio {
    private Radio() {}

    /** In dBm. */
    static int rssi(SimulatedDevice device, long frame) {
        Dice place = Dice.seeded(0).with(device.id().value());
        return (int)
                Math.round(-70 - 45 * place.uniform() + 3 * place.with(frame).normal());
    }

    /** In dB, to the tenth. */
    static double snr(SimulatedDevice device, long frame) {
        return Math.round((rssi(device, frame) + 118) * 2.5) / 10.0;
    }
}
