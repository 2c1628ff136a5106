package de.hexapolis.simulator.scenario;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Again and again half the devices find no network for a while; they keep their readings and send them when it is
 * back, each within some seconds.
 *
 * @param after the start, and after the end of one outage, the next one begins
 */
record Outage(Dice dice, Instant start, Duration after, Duration length) implements Scenario {
    private static final double SHARE_OF_DEVICES = 0.5;
    private static final Duration CATCH_UP = Duration.ofSeconds(30);

    @Override
    public List<Transmission> befalls(Transmission usual) {
        Dice device = dice.with(usual.device().id().value());
        long period = after.plus(length).toMillis();
        long since = Duration.between(start, usual.at()).toMillis();
        long intoPeriod = Math.floorMod(since, period);
        if (intoPeriod < after.toMillis() || !device.with(since / period).chance(SHARE_OF_DEVICES)) {
            return List.of(usual);
        }
        long catchUp = (long) (device.with("catch up").uniform() * CATCH_UP.toMillis());
        return List.of(usual.later(Duration.ofMillis(period - intoPeriod + catchUp)));
    }
}
