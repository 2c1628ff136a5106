package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.util.List;

/** A share of messages is held up, so that later ones overtake them. */
record Reordering(Dice dice, double share, Duration within) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        Dice draw = Draw.of(dice, usual);
        return draw.chance(share)
                ? List.of(usual.later(Duration.ofMillis(
                        (long) (within.toMillis() * draw.with("delay").uniform()))))
                : List.of(usual);
    }
}
