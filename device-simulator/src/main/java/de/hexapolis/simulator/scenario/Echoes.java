package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A share of the readings of bins jumps to full; the next one is right again. */
record Echoes(Dice dice, double share) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        return List.of(usual);
    }

    @Override
    public Optional<State> feels(SimulatedDevice device, Sensing sensing, Instant now) {
        boolean jumps = dice.with(device.id().value()).with(now.toEpochMilli()).chance(share);
        return sensing.at(now).map(state -> jumps && state instanceof BinState bin ? bin.blocked() : state);
    }
}
