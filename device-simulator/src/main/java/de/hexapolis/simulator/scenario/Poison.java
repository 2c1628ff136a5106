package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.util.List;

/** To a share of messages comes another one on the same topic that nobody can read. */
record Poison(Dice dice, double share) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        Dice draw = Draw.of(dice, usual);
        if (!draw.chance(share)) {
            return List.of(usual);
        }
        Venom[] all = Venom.values();
        Venom venom = all[draw.with("venom").below(all.length)];
        return List.of(usual, usual.saying(venom.payload(usual.at(), draw.state())));
    }
}
