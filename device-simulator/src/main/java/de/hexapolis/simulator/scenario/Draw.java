package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;

/** The die that is thrown for one transmission. */
final class Draw {
    private Draw() {}

    static Dice of(Dice scenario, Transmission transmission) {
        return scenario.with(transmission.device().id().value())
                .with(transmission.at().toEpochMilli());
    }
}
