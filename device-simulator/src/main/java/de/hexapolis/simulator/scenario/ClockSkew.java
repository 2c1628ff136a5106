package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A share of devices has its clock wrong: an hour or ten years, slow or fast. Network servers put their own time. */
record ClockSkew(Dice dice, double share) implements Scenario {
    private static final List<Duration> OFFSETS =
            List.of(Duration.ofHours(-1), Duration.ofHours(1), Duration.ofDays(-3653), Duration.ofDays(3653));

    @Override
    public List<Transmission> befalls(Transmission usual) {
        return List.of(usual);
    }

    @Override
    public Instant deviceTime(SimulatedDevice device, Instant now) {
        Dice own = dice.with(device.id().value());
        boolean wrong = device.speech() == SimulatedDevice.Speech.HEXAPOLIS && own.chance(share);
        return wrong ? now.plus(OFFSETS.get(own.with("offset").below(OFFSETS.size()))) : now;
    }
}
