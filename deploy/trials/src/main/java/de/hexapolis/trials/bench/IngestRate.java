package de.hexapolis.trials.bench;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Verdict;
import de.hexapolis.trials.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Sustained QoS 1, four quantities a message, as fast as the broker takes them, until the last row is stored; then a
 * bare COPY of the same rows into the same table.
 */
record IngestRate(World world, long messages) implements Figures {
    private static final String CITY = "sustained";
    private static final int DEVICES = 1_000;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    @Override
    public String id() {
        return "A";
    }

    @Override
    public String title() {
        return "sustained ingest, against a bare COPY";
    }

    @Override
    public List<Check> take() throws Exception {
        new WarmUp(world, DEVICES, messages).before(CITY);
        world.register(CITY, DEVICES);
        Metrics before = world.replicas().get(0).metrics();
        ProcessorTime busyBefore = ProcessorTime.of(world);
        Load.Plan plan = Load.Plan.fullSpeed(CITY, DEVICES, messages);
        try (Load load = Load.start(world, plan, world.broker().address())) {
            JsonNode report = load.await(LONGEST);
            Duration after = world.settle(CITY, messages * Load.Plan.QUANTITIES);
            double seconds = report.path("seconds").asDouble() + after.toMillis() / 1_000.0;
            ProcessorTime busy = ProcessorTime.of(world);
            Verdict verdict = load.verify(world);
            Metrics metrics = world.replicas().get(0).metrics();
            CopyBaseline.Speed copy = new CopyBaseline(world, CITY).run();
            List<Check> checks = checks(seconds, verdict, new StoreStep(before, metrics), copy);
            checks.addAll(
                    busy.figuresSince(busyBefore, report.path("cpu_seconds").asDouble(), messages, seconds));
            checks.addAll(new Backlog(world, messages / 2).take(copy));
            return checks;
        }
    }

    private List<Check> checks(double seconds, Verdict verdict, StoreStep store, CopyBaseline.Speed copy) {
        double observations = messages * (double) Load.Plan.QUANTITIES / seconds;
        List<Check> checks = new ArrayList<>();
        checks.add(Check.atLeast("messages, end to end", messages / seconds, 5_000, "msg/s"));
        checks.add(Check.atLeast("observations, end to end", observations, 20_000, "rows/s"));
        checks.add(Check.equal("lost", verdict.missing(), 0));
        checks.add(Check.equal(
                "duplicated, ghosts, altered", verdict.duplicated() + verdict.ghosts() + verdict.altered(), 0));
        checks.add(Check.figure("bare COPY, one transaction", copy.atOnce(), "rows/s"));
        checks.add(Check.figure("bare COPY, a transaction for each batch", copy.inBatches(), "rows/s"));
        checks.add(Check.atLeast("end to end : COPY", observations / copy.atOnce(), 0.25, ""));
        checks.add(Check.figure("store step : COPY, all else running", store.rowsPerSecond() / copy.atOnce(), ""));
        checks.addAll(store.figures());
        return checks;
    }
}
