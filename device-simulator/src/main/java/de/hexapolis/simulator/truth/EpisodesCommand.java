package de.hexapolis.simulator.truth;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.FleetOptions;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.crews.VisitLog;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.Visits;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.scenario.Scenario;
import de.hexapolis.simulator.scenario.Troubles;
import de.hexapolis.simulator.simulation.Timetable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code episodes}: what alerts have to be measured by. */
@Command(
        name = "episodes",
        description = "Write when the rules of the base pack truly held, as a CSV file.",
        mixinStandardHelpOptions = true)
public final class EpisodesCommand implements Callable<Integer> {
    private static final String HEADER = "city,reference,rule,began_at,ended_at,sure,peak\n";

    @Mixin
    private FleetOptions devices = new FleetOptions();

    @Mixin
    private Report report = new Report();

    @Option(names = "--from", paramLabel = "INSTANT", required = true, description = "where the span begins")
    private Instant from = Instant.EPOCH;

    @Option(names = "--until", paramLabel = "INSTANT", required = true, description = "where it ends")
    private Instant until = Instant.EPOCH;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "the CSV file to write")
    private Path out = Path.of("");

    @Option(
            names = "--interval-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "as it was simulated (default: ${DEFAULT-VALUE})")
    private double intervalScale;

    @Option(names = "--visits", paramLabel = "FILE", description = "what the crews did, as simulate --visits wrote it")
    private Optional<Path> visits = Optional.empty();

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            split = ",",
            description = "what went wrong; of these only fire makes episodes: ${COMPLETION-CANDIDATES}")
    private Set<Troubles> troubles = new LinkedHashSet<>();

    @Override
    public Integer call() {
        Timetable.checkScale(intervalScale);
        visits.ifPresent(
                file -> BadInput.unless(Files.isRegularFile(file), "--visits %s: no such file".formatted(file)));
        List<SimulatedDevice> fleet = devices.fleet();
        Visits done = visits.<Visits>map(file -> VisitLog.open(file, Optional.empty()))
                .orElse(Visits.NONE);
        World world = World.seeded(devices.seed(), done);
        Scenario scenario = Troubles.all(troubles, world.dice(), from);
        Episodes episodes = new Episodes(world, scenario, new Span(from, until), intervalScale);
        report.tell("written", Map.of("file", out.toString(), "episodes", write(fleet, episodes)));
        return ExitCode.DONE;
    }

    private long write(List<SimulatedDevice> fleet, Episodes episodes) {
        long written = 0;
        try (Writer writer = Files.newBufferedWriter(out);
                ProgressBar bar = report.progress("episodes", fleet.size())) {
            writer.write(HEADER);
            for (SimulatedDevice device : fleet) {
                for (Episodes.Episode episode : episodes.of(device)) {
                    writer.write(row(episode));
                    written++;
                }
                bar.step();
            }
        } catch (IOException refused) {
            throw new BadInput("--out %s: cannot be written: %s".formatted(out, refused), refused);
        }
        return written;
    }

    private static String row(Episodes.Episode episode) {
        Stretch stretch = episode.stretch();
        return "%s,%s,%s,%s,%s,%s,%s\n"
                .formatted(
                        episode.site().city(),
                        episode.site().reference(),
                        episode.rule(),
                        stretch.began(),
                        stretch.ended().map(Instant::toString).orElse(""),
                        stretch.sure(),
                        Math.round(stretch.peak() * 10) / 10.0);
    }
}
