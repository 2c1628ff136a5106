package de.hexapolis.trials.bench;

import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.World;
import java.time.Duration;

/** A load whose figures nobody takes: the compiler's work is none of theirs. */
record WarmUp(World world, int devices, long messages) {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** @param city whose figures are taken afterwards; the load has a city of its own beside it */
    void before(String city) throws Exception {
        Load.Plan plan = Load.Plan.fullSpeed(city + "-warm-up", devices, messages);
        world.register(plan.city(), devices);
        try (Load load = Load.start(world, plan, world.broker().address())) {
            load.await(LONGEST);
            world.settle(plan.city(), messages * Load.Plan.QUANTITIES);
        }
    }
}
