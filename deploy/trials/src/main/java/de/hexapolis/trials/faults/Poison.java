package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.Load;
import java.time.Duration;

/** F12: one message in a hundred is nothing that anybody can read; it lands in quarantine and slows nobody. */
final class Poison implements Fault {
    @Override
    public Duration span(Pace pace) {
        return pace.seconds(12, 60);
    }

    @Override
    public Load.Plan load(Load.Plan usual) {
        return usual.withPoison(0.01);
    }

    @Override
    public void strike(Scene scene) {}
}
