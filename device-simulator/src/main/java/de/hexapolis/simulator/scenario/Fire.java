package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.Sensing;
import de.hexapolis.simulator.physics.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Each day a share of the bins burns for an hour and a half: ten degrees hotter each minute, up to 150, then cooling. */
record Fire(Dice dice, double share) implements Scenario {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double BURNS_MINUTES = 90;
    private static final double HOTTER_PER_MINUTE = 10;
    private static final double HOTTEST = 150;

    @Override
    public List<Transmission> befalls(Transmission usual) {
        return List.of(usual);
    }

    @Override
    public Optional<State> feels(SimulatedDevice device, Sensing sensing, Instant now) {
        return sensing.at(now)
                .map(state -> state instanceof BinState bin ? bin.heated(bin.celsius() + hotter(device, now)) : state);
    }

    /** By how many degrees. */
    double hotter(SimulatedDevice device, Instant now) {
        long day = Math.floorDiv(now.getEpochSecond(), DAY.toSeconds());
        Dice today = dice.with(device.id().value()).with(day);
        double minutes = Math.floorMod(now.getEpochSecond(), DAY.toSeconds()) / 60.0;
        double burning = minutes - today.with("begins").between(0, DAY.toMinutes() - 2 * BURNS_MINUTES);
        if (!today.chance(share) || burning < 0 || burning > 2 * BURNS_MINUTES) {
            return 0;
        }
        double cooling = Math.max(0, burning - BURNS_MINUTES);
        return Math.max(0, Math.min(HOTTEST, HOTTER_PER_MINUTE * burning) * (1 - cooling / BURNS_MINUTES));
    }
}
