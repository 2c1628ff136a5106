package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** From an instant on, a share of devices says again and again what they felt then. */
record FrozenSeries(Dice dice, double share, Instant from) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        return List.of(usual);
    }

    @Override
    public Optional<State> feels(SimulatedDevice device, Sensing sensing, Instant now) {
        boolean stuck = now.isAfter(from) && dice.with(device.id().value()).chance(share);
        return stuck ? sensing.at(from).map(state -> state.felt(now)) : sensing.at(now);
    }
}
