package de.hexapolis.simulator.truth;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.FleetOptions;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.simulation.Timetable;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code truth}: what a forecast of bins and trees has to be measured by. */
@Command(
        name = "truth",
        description =
                "Write what is true of bins and trees at each of their readings, and the readings, as a CSV file.",
        mixinStandardHelpOptions = true)
public final class TruthCommand implements Callable<Integer> {
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
            description = "4 makes a quarter of the readings (default: ${DEFAULT-VALUE})")
    private double intervalScale;

    @Option(
            names = "--full",
            paramLabel = "PERCENT",
            defaultValue = "85",
            description = "when a bin counts as full (default: ${DEFAULT-VALUE})")
    private double full;

    @Option(
            names = "--dry",
            paramLabel = "KPA",
            defaultValue = "80",
            description = "when soil counts as dry (default: ${DEFAULT-VALUE})")
    private double dry;

    @Option(
            names = "--lost",
            paramLabel = "SHARE",
            defaultValue = "0.05",
            description = "share of readings that never arrive (default: ${DEFAULT-VALUE})")
    private double lost;

    @Override
    public Integer call() {
        Timetable.checkScale(intervalScale);
        BadInput.unless(lost >= 0 && lost <= 1, "--lost %s: a share from 0 to 1".formatted(lost));
        BadInput.unless(full > 0 && Double.isFinite(full), "--full %s: above 0".formatted(full));
        BadInput.unless(dry > 0 && Double.isFinite(dry), "--dry %s: above 0".formatted(dry));
        List<SimulatedDevice> fleet = devices.fleet();
        World world = World.seeded(devices.seed());
        TruthRows rows = new TruthRows(world, new Span(from, until), intervalScale, full, dry, lost);
        report.tell("written", Map.of("file", out.toString(), "rows", write(fleet, rows)));
        return ExitCode.DONE;
    }

    private long write(List<SimulatedDevice> fleet, TruthRows rows) {
        long written = 0;
        try (Writer writer = Files.newBufferedWriter(out);
                ProgressBar bar = report.progress("truth", fleet.size())) {
            writer.write(TruthRows.HEADER);
            for (SimulatedDevice device : fleet) {
                written += rows.write(device, writer);
                bar.step();
            }
        } catch (IOException refused) {
            throw new BadInput("--out %s: cannot be written: %s".formatted(out, refused), refused);
        }
        return written;
    }
}
