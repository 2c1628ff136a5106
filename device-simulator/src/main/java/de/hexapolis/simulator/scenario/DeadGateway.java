package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.Gateway;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** For a while no gateway but the others hears anything: in each city one of them is dead, and what it alone hears is lost. */
record DeadGateway(Dice dice, Instant from, Duration length) implements Scenario {
    @Override
    public List<Transmission> befalls(Transmission usual) {
        boolean meanwhile = usual.at().isAfter(from) && usual.at().isBefore(from.plus(length));
        return meanwhile && isBehindIt(usual.device()) ? List.of() : List.of(usual);
    }

    private boolean isBehindIt(SimulatedDevice device) {
        return device.speech() != SimulatedDevice.Speech.HEXAPOLIS
                && Gateway.of(device).equals(Gateway.of(device.city(), dice));
    }
}
