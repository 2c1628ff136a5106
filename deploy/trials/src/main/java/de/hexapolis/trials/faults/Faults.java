package de.hexapolis.trials.faults;

import de.hexapolis.trials.crews.WeekAtSpeed;
import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.report.Protocol;
import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.Workspace;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/faults}: breaks things while a load runs, and holds the ledger against the store. */
@Command(
        name = "deploy/faults",
        description = {
            "Run the fault matrix on the real programs: two replicas of ingest, a load with a ledger, and what breaks.",
            "Needs nothing but what mvn package builds; F10 and F11 also the right to mount."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all that ran holds",
            "1:something does not hold",
            "2:wrong option",
            "3:only limits of time were missed"
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Faults implements Callable<Integer> {
    @Option(
            names = "--short",
            description = "the rows of every build, 500 messages/s, a few minutes (default); of A1 and A2 a day")
    private boolean inShort;

    @Option(names = "--all", description = "every row at 1,500 messages/s and two simulated weeks, two hours")
    private boolean all;

    @Option(names = "--only", split = ",", paramLabel = "ROW", description = "these rows: ${COMPLETION-CANDIDATES}")
    private List<Row> only = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "of the schedule; drawn and printed if not given")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target/faults.json",
            description = "the findings as JSON (${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Option(names = "--keep", description = "keep the folder with data and logs")
    private boolean keep;

    public static void main(String[] words) {
        System.exit(new CommandLine(new Faults())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Checkout checkout = Checkout.find();
        Pace pace = all && !inShort ? Pace.WHOLE : Pace.SHORT;
        long drawn = seed.orElseGet(() -> System.nanoTime() % 1_000_000);
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("seed", drawn);
        circumstances.put("messages a second", pace.rate());
        circumstances.put("devices", pace.devices());
        circumstances.put("replicas", 2);
        circumstances.put("processors", Runtime.getRuntime().availableProcessors());
        Protocol protocol = new Protocol(circumstances, System.out);
        try (Workspace workspace = Workspace.create("faults", keep)) {
            Set<Row> rows = rows(pace);
            inUsualWorlds(checkout, workspace, rows, pace, drawn, protocol);
            for (Row row : rows) {
                if (row.replicasOfAWeek() > 0) {
                    protocol.add(Trial.finding(row, () -> week(checkout, workspace, row, pace, drawn)));
                } else if (row.fault().needsSmallDisk()) {
                    protocol.add(new SmallDiskTrial(checkout, workspace, row, pace, drawn).run());
                }
            }
        }
        protocol.summarize();
        protocol.write(out);
        return protocol.exitCode();
    }

    private static Section week(Checkout checkout, Workspace workspace, Row row, Pace pace, long seed)
            throws Exception {
        long started = System.nanoTime();
        Path folder = workspace.folder().resolve(String.valueOf(row));
        List<Check> checks = new WeekAtSpeed(checkout, folder, row.replicasOfAWeek(), pace.whole(), seed).run();
        return Section.ran(row.name(), row.title(), (System.nanoTime() - started) / 1e9, checks);
    }

    private Set<Row> rows(Pace pace) {
        if (!only.isEmpty()) {
            return EnumSet.copyOf(only);
        }
        return Stream.of(Row.values())
                .filter(row -> pace.whole() || row.isInShort())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Row.class)));
    }

    private static void inUsualWorlds(
            Checkout checkout, Workspace workspace, Set<Row> rows, Pace pace, long seed, Protocol protocol)
            throws InterruptedException {
        for (List<Row> together : worlds(rows, pace)) {
            Path folder = workspace.folder().resolve(String.valueOf(together.get(0)));
            if (together.size() == 1) {
                Row row = together.get(0);
                protocol.add(Trial.finding(row, () -> alone(checkout, row, pace, seed, folder)));
            } else {
                try (World world = World.open(checkout, World.Folders.below(folder), 2)) {
                    for (Row row : together) {
                        protocol.add(new Trial(world, row, pace, seed, folder).run());
                    }
                }
            }
        }
    }

    private static Section alone(Checkout checkout, Row row, Pace pace, long seed, Path folder)
            throws InterruptedException {
        try (World world = World.open(checkout, World.Folders.below(folder), 2)) {
            return new Trial(world, row, pace, seed, folder).run();
        }
    }

    /**
     * Rows that share a world one after another. In the whole matrix each has its own: a broker remembers every topic
     * that it has seen, and a broker or database that one row broke would break the rows after it.
     */
    private static List<List<Row>> worlds(Set<Row> rows, Pace pace) {
        List<Row> usual = rows.stream()
                .filter(row -> row.replicasOfAWeek() == 0 && !row.fault().needsSmallDisk())
                .toList();
        if (usual.isEmpty()) {
            return List.of();
        }
        return pace.whole() ? usual.stream().map(List::of).toList() : List.of(usual);
    }
}
