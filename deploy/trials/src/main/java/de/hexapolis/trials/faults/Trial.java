package de.hexapolis.trials.faults;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Load;
import de.hexapolis.trials.world.MemoryWatch;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.Verdict;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;

/** One row of the matrix, run once: load, fault, settling, and everything held against everything. One thread. */
final class Trial {
    /** On a busy machine a fault takes longer than it should; the load goes on until it is over. */
    private static final int AT_MOST_TIMES_THE_SPAN = 6;

    private static final double SETTLED_WITHIN_SECONDS = 60;

    private final World world;
    private final Row row;
    private final Pace pace;
    private final SplittableRandom dice;
    private final Path smallDisk;

    Trial(World world, Row row, Pace pace, long seed, Path smallDisk) {
        this.world = world;
        this.row = row;
        this.pace = pace;
        this.dice = new SplittableRandom(seed + row.name().hashCode());
        this.smallDisk = smallDisk;
    }

    /** What the trial finds; if its world did not come up or would not mend, that is what was found. */
    static Section finding(Row row, Callable<Section> trial) throws InterruptedException {
        long started = System.nanoTime();
        try {
            return trial.call();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception broken) {
            Check check = new Check("the world stood it", String.valueOf(broken.getMessage()), "yes", false);
            return Section.ran(row.name(), row.title(), (System.nanoTime() - started) / 1e9, List.of(check));
        }
    }

    Section run() throws InterruptedException {
        long started = System.nanoTime();
        List<Check> checks = new ArrayList<>();
        try {
            checks.addAll(attempt());
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception broken) {
            checks.add(new Check("the trial went through", String.valueOf(broken.getMessage()), "yes", false));
            world.mend();
        }
        return Section.ran(row.name(), row.title(), (System.nanoTime() - started) / 1e9, checks);
    }

    private List<Check> attempt() throws Exception {
        String city = row.name().toLowerCase(Locale.ROOT);
        world.register(city, pace.devices());
        Fault fault = row.fault();
        Scene scene = new Scene(world, pace, dice, city, smallDisk);
        Load.Plan plan = fault.load(Load.Plan.steady(city, pace.devices(), pace.rate(), longest(fault))
                .seeded(dice.nextLong(Integer.MAX_VALUE)));
        List<Check> checks = new ArrayList<>();
        try (MemoryWatch memory = new MemoryWatch(
                        () -> world.replicas().stream().map(Replica::program).toList());
                LateReadings late = LateReadings.start(world, city, dice);
                Load load = Load.start(world, plan, world.broker().address())) {
            long begun = System.nanoTime();
            fault.strike(scene);
            scene.pause(fault.span(pace).minusNanos(System.nanoTime() - begun));
            JsonNode report = load.stop();
            late.finish();
            checks.addAll(store(load, report));
            checks.add(Check.equal("programs that ended by themselves", world.ended(), 0));
            checks.addAll(RollupCheck.of(world, late.city()));
            checks.addAll(MetricsCheck.of(world));
            checks.add(Check.atMost("most memory resident in a replica", memory.mostMegabytes(), 450, "MiB"));
        }
        fault.afterwards(scene);
        checks.addAll(scene.checks());
        return checks;
    }

    private Duration longest(Fault fault) {
        return fault.span(pace).plusMinutes(1).multipliedBy(AT_MOST_TIMES_THE_SPAN);
    }

    private List<Check> store(Load load, JsonNode report) throws InterruptedException {
        long sent = report.path("acknowledged").asLong();
        long expected =
                load.plan().duplicates() > 0 || load.plan().poison() > 0 ? Long.MAX_VALUE : sent * Load.Plan.QUANTITIES;
        Duration settling = world.settle(load.plan().city(), expected);
        Verdict verdict = load.verify(world);
        List<Check> checks = new ArrayList<>(VerdictChecks.of(verdict));
        checks.add(Check.atMost(
                "all stored after the load ended", settling.toMillis() / 1_000.0, SETTLED_WITHIN_SECONDS, "s"));
        checks.add(Check.figure(
                "acknowledged by the broker",
                report.path("acknowledged_per_second").asDouble(),
                "msg/s"));
        return checks;
    }
}
