package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Instant;
import java.util.List;

/** From an instant on, a share of devices is never heard again. */
record Silence(Dice dice, double share, Instant from) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        boolean dead = dice.with(usual.device().id().value()).chance(share);
        return dead && usual.at().isAfter(from) ? List.of() : List.of(usual);
    }
}
