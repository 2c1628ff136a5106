package de.hexapolis.simulator.simulation;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.ClockOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.FleetOptions;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.crews.CrewOptions;
import de.hexapolis.simulator.crews.CrewPlayer;
import de.hexapolis.simulator.crews.VisitLog;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Visits;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Troubles;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code simulate}: a fleet, live. */
@Command(
        name = "simulate",
        description = "Let a fleet of devices transmit as real ones would, until stopped.",
        mixinStandardHelpOptions = true)
public final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private FleetOptions devices = new FleetOptions();

    @Mixin
    private ClockOptions time = new ClockOptions();

    @Mixin
    private CrewOptions crews = new CrewOptions();

    @Mixin
    private Report report = new Report();

    @Option(
            names = "--interval-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "0.1 makes every device report ten times as often (default: ${DEFAULT-VALUE})")
    private double intervalScale = 1;

    @Option(
            names = "--spread",
            paramLabel = "DURATION",
            defaultValue = "PT20S",
            description = "within which every device sends its first reading (default: ${DEFAULT-VALUE})")
    private Duration spread = Duration.ZERO;

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "what goes wrong, several by comma: ${COMPLETION-CANDIDATES}")
    private Set<Troubles> troubles = new LinkedHashSet<>();

    @Option(
            names = "--radio-loss",
            paramLabel = "SHARE",
            defaultValue = "0.01",
            description = "share of messages that no gateway hears (default: ${DEFAULT-VALUE})")
    private double radioLoss = 0.01;

    @Option(names = "--for", paramLabel = "DURATION", description = "stop after so much simulated time")
    private Optional<Duration> longest = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        checkOptions();
        List<SimulatedDevice> fleet = devices.fleet();
        PlatformClock clock = time.clock();
        Instant start = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        Optional<VisitLog> visits = crews.visits(start);
        World world =
                World.seeded(devices.seed(), visits.<Visits>map(log -> log).orElse(Visits.NONE));
        Timetable timetable = new Timetable(world.dice(), start, spread, intervalScale);
        Simulation simulation = new Simulation(fleet, world, timetable, scenario(world.dice(), start));
        Optional<CrewPlayer> playing = crews.start(fleet, world.dice(), visits, clock, report);
        try (LiveRun run = new LiveRun(broker, clock, report)) {
            boolean answered = run.play(simulation, fleet.size(), longest.map(start::plus));
            long refused = troubles.contains(Troubles.POISON) ? 0 : run.refused(); // of poison some is meant to be
            return ExitCode.afterPublishing(answered, refused);
        } finally {
            playing.ifPresent(CrewPlayer::close);
            visits.ifPresent(VisitLog::close);
        }
    }

    private void checkOptions() {
        Timetable.checkScale(intervalScale);
        BadInput.unless(!spread.isNegative(), "--spread %s: not below PT0S".formatted(spread));
        BadInput.unless(radioLoss >= 0 && radioLoss <= 1, "--radio-loss %s: a share from 0 to 1".formatted(radioLoss));
        BadInput.unless(
                longest.filter(Duration::isNegative).isEmpty(),
                "--for %s: not below PT0S".formatted(longest.orElse(Duration.ZERO)));
    }

    private Scenario scenario(Dice dice, Instant start) {
        return Troubles.radioLoss(dice, start.plus(spread), radioLoss).then(Troubles.all(troubles, dice, start));
    }
}
