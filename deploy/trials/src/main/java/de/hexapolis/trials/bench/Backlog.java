package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.World;
import java.time.Duration;
import java.util.List;

/**
 * Ingest works off what the broker gathered while ingest stood still: no load generator takes processor time meanwhile,
 * so the store step is nearer to what it can do.
 */
record Backlog(World world, long messages) {
    private static final String CITY = "backlog";
    private static final int DEVICES = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Frozen, not stopped, so that it starts warm. */
    List<Check> take(CopyBaseline.Speed copy) throws Exception {
        world.register(CITY, DEVICES);
        Replica replica = world.replicas().get(0);
        Metrics before = replica.metrics();
        Load.Plan plan = new Load.Plan(CITY, DEVICES, 0, messages, 0, 0, 1);
        replica.program().freeze();
        try (Load load = Load.start(world, plan, world.broker().address())) {
            load.await(LONGEST);
        } finally {
            replica.program().thaw();
        }
        Duration drained = world.settle(CITY, messages * Load.Plan.QUANTITIES);
        StoreStep store = new StoreStep(before, replica.metrics());
        double rows = messages * (double) Load.Plan.QUANTITIES / (drained.toMillis() / 1_000.0);
        return List.of(
                Check.figure("a backlog worked off without a load generator", rows, "rows/s"),
                Check.figure("its store step, rows per second of a writer", store.rowsPerSecond(), "rows/s"),
                Check.atLeast("its store step : COPY", store.rowsPerSecond() / copy.atOnce(), 0.4, ""),
                Check.figure("its store step : COPY in batches", store.rowsPerSecond() / copy.inBatches(), ""));
    }
}
