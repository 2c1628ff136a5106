package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.util.List;

/** A share of messages comes a second time, as a new message (DUP = 0) with the same bytes. */
record Duplicates(Dice dice, double share, Duration within) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        Dice draw = Draw.of(dice, usual);
        if (!draw.chance(share)) {
            return List.of(usual);
        }
        return List.of(usual, usual.later(Duration.ofMillis((long)
                (within.toMillis() * draw.with("delay").uniform()))));
    }
}
