package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One writer works off what the broker gathered while ingest stood still: no load generator and no second writer take
 * processor time from it, so its store step stands beside a COPY on one connection.
 */
record Backlog(World world, long messages) {
    private static final String CITY = "backlog";
    private static final int DEVICES = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Frozen, not stopped, so that it is warm. */
    List<Check> take(CopyBaseline.Speed copy) throws Exception {
        Replica replica = world.replicas().get(0);
        replica.program().terminate();
        replica.service().with("-Dsmallrye.messaging.worker.store.max-concurrency=1");
        replica.service().start();
        new WarmUp(world, DEVICES, messages / 2).before(CITY);
        world.register(CITY, DEVICES);
        Metrics before = replica.metrics();
        Load.Plan plan = Load.Plan.fullSpeed(CITY, DEVICES, messages);
        replica.program().freeze();
        try (Load load = Load.start(world, plan, world.broker().address())) {
            load.await(LONGEST);
        } finally {
            replica.program().thaw();
        }
        Duration drained = world.settle(CITY, messages * Load.Plan.QUANTITIES);
        StoreStep store = new StoreStep(before, replica.metrics());
        double rows = messages * (double) Load.Plan.QUANTITIES / (drained.toMillis() / 1_000.0);
        List<Check> checks = new ArrayList<>(List.of(
                Check.figure("a backlog worked off without a load generator", rows, "rows/s"),
                Check.figure("its store step, rows per second of a writer", store.rowsPerSecond(), "rows/s"),
                Check.atLeast("its store step : COPY", store.rowsPerSecond() / copy.atOnce(), 0.4, ""),
                Check.figure("its store step : COPY in batches", store.rowsPerSecond() / copy.inBatches(), "")));
        checks.addAll(store.figures());
        return checks;
    }
}
