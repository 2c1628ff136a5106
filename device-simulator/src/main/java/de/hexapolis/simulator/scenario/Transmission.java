package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.publish.Outgoing;
import java.time.Duration;
import java.time.Instant;

/**
 * A message on its way.
 *
 * @param at when it leaves, by the simulated clock
 */
public record Transmission(Instant at, SimulatedDevice device, Outgoing message) {
    public Transmission later(Duration delay) {
        return new Transmission(at.plus(delay), device, message);
    }

    public Transmission saying(byte[] payload) {
        return new Transmission(at, device, new Outgoing(message.topic(), payload));
    }
}
