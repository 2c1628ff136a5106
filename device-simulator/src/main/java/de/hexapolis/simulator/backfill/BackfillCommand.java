package de.hexapolis.simulator.backfill;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.FleetOptions;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.simulator.publish.Dispatch;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Transmission;
import de.hexapolis.simulator.simulation.Simulation;
import de.hexapolis.simulator.simulation.Timetable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code backfill}: the same fleet's past, as fast as the broker or the disk takes it. */
@Command(
        name = "backfill",
        description = "Make a history of a fleet: by MQTT with QoS 1, or as a CSV file for COPY.",
        mixinStandardHelpOptions = true)
public final class BackfillCommand implements Callable<Integer> {
    private static final int WINDOW = 4_000;
    private static final Duration LEAVE = Duration.ofMinutes(5);

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private FleetOptions devices = new FleetOptions();

    @Mixin
    private Report report = new Report();

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "365",
            description = "so many days back from --until (default: ${DEFAULT-VALUE})")
    private int days;

    @Option(names = "--until", paramLabel = "INSTANT", description = "where the history ends (default: now)")
    private Optional<Instant> until = Optional.empty();

    @Option(
            names = "--interval-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "4 makes a quarter of the readings (default: ${DEFAULT-VALUE})")
    private double intervalScale;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "write rows device,quantity,channel,observed_at,value instead of publishing")
    private Optional<Path> csv = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Timetable.checkScale(intervalScale);
        BadInput.unless(days >= 1, "--days %d: at least 1".formatted(days));
        List<SimulatedDevice> fleet = devices.fleet();
        World world = World.seeded(devices.seed());
        Instant end = until.orElseGet(Instant::now);
        Instant start = Instant.ofEpochSecond(end.minus(Duration.ofDays(days)).getEpochSecond());
        Timetable timetable = new Timetable(world.dice(), start, Duration.ofHours(1), intervalScale);
        if (csv.isPresent()) {
            return write(fleet, new History(world, timetable, end), csv.get());
        }
        return publish(new Simulation(fleet, world, timetable, Scenario.none()), start, end);
    }

    private int write(List<SimulatedDevice> fleet, History history, Path file) {
        long rows = 0;
        try (Writer writer = Files.newBufferedWriter(file);
                ProgressBar bar = report.progress("backfill", fleet.size())) {
            writer.write(History.HEADER);
            for (SimulatedDevice device : fleet) {
                rows += history.write(device, writer);
                bar.step();
            }
        } catch (IOException refused) {
            throw new BadInput("--csv %s: cannot be written: %s".formatted(file, refused), refused);
        }
        report.tell("written", Map.of("file", file.toString(), "rows", rows));
        return ExitCode.DONE;
    }

    private int publish(Simulation simulation, Instant start, Instant end) throws InterruptedException {
        String clientId = "backfill-" + ProcessHandle.current().pid();
        try (Dispatch dispatch =
                        new Dispatch(new Courier.Route(broker.address(), clientId, WINDOW, broker.patience()));
                ProgressBar bar =
                        report.progress("backfill", Duration.between(start, end).toHours())) {
            Transmission next = simulation.next();
            while (next.at().isBefore(end)) {
                dispatch.send(next.message());
                bar.stepTo(Duration.between(start, next.at()).toHours());
                next = simulation.next();
            }
            boolean answered = dispatch.drain(LEAVE);
            report.tell("published", dispatch.counts());
            return ExitCode.afterPublishing(answered, dispatch.refused());
        }
    }
}
