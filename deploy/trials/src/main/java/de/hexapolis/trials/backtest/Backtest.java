package de.hexapolis.trials.backtest;

import de.hexapolis.trials.report.Protocol;
import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/backtest}: what the forecasts would have been worth. */
@Command(
        name = "deploy/backtest",
        description = {
            "Walk through past readings of bins, forecast each morning from what was known by then, and print what the",
            "forecasts were worth beside simpler ones: persistence (it stays as it is), a plain average (it becomes full as",
            "often as it did, and rises each day by what it rose on average), and both dressed with the spread of their own",
            "past errors. Ours must have the smaller Brier score and the smaller pinball loss than the first two."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all targets are met", "1:a target is missed", "2:wrong option"},
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Backtest implements Callable<Integer> {
    @Option(
            names = "--bins",
            paramLabel = "DIR",
            description = "the readings of Wyndham City's bins (default: ../shared/data/bins beside the checkout)")
    private Optional<Path> bins = Optional.empty();

    @Option(names = "--simulated", description = "only the simulated bins")
    private boolean onlySimulated;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "of the simulated bins (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--weeks",
            paramLabel = "N",
            defaultValue = "12",
            description = "of simulated readings, the first three only for learning (${DEFAULT-VALUE})")
    private int weeks;

    @Option(
            names = "--fleet",
            paramLabel = "N",
            defaultValue = "150",
            description = "simulated bins (${DEFAULT-VALUE})")
    private int fleet;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            defaultValue = "target/backtest.json",
            description = "the figures as JSON (${DEFAULT-VALUE})")
    private Path json = Path.of("");

    public static void main(String[] words) {
        System.exit(new CommandLine(new Backtest()).execute(words));
    }

    @Override
    public Integer call() throws IOException {
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("seed", seed);
        circumstances.put("java", System.getProperty("java.version"));
        Protocol protocol = new Protocol(circumstances, System.out);
        if (!onlySimulated) {
            protocol.add(wyndham());
        }
        protocol.add(simulated());
        protocol.write(json);
        return protocol.exitCode();
    }

    private Section wyndham() throws IOException {
        Path folder = bins.orElseGet(
                () -> Checkout.find().home().resolve("../shared/data/bins").normalize());
        if (!Files.isRegularFile(folder.resolve(WyndhamBins.FILE))) {
            return Section.skipped(
                    "W",
                    "Wyndham City's bins",
                    "there is no " + folder.resolve(WyndhamBins.FILE) + "; --bins names its folder");
        }
        return judged(WyndhamBins.read(folder));
    }

    private Section simulated() throws IOException {
        Path folder = Files.createTempDirectory("backtest");
        try {
            return judged(SimulatedBins.make(fleet, weeks, seed, folder));
        } finally {
            Files.deleteIfExists(folder.resolve(SimulatedBins.FILE));
            Files.delete(folder);
        }
    }

    private static Section judged(Dataset dataset) {
        long started = System.nanoTime();
        Map<String, Tally.Score> scores = Walk.of(dataset).scores();
        return Section.ran(
                dataset.id(), dataset.title(), (System.nanoTime() - started) / 1e9, Verdict.of(dataset, scores));
    }
}
