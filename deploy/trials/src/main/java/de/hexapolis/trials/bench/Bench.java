package de.hexapolis.trials.bench;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.report.Protocol;
import de.hexapolis.trials.report.Section;
import de.hexapolis.trials.world.Checkout;
import de.hexapolis.trials.world.DatabaseAddress;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.Workspace;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/bench}: figures of the real programs, each with its target. */
@Command(
        name = "deploy/bench",
        description = {
            "Measure ingest, latency, memory, alerts, rules, queries and disk use of the real programs, each against its target.",
            "HEXAPOLIS_TRIALS_DATABASE_URL, _USER and _PASSWORD name a PostgreSQL or TimescaleDB on loopback to be used",
            "instead of the embedded one; a database of our own is made on it and dropped."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all targets are met",
            "1:a call failed, or a target other than a time is missed",
            "2:wrong option",
            "3:only targets of time are missed"
        },
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Bench implements Callable<Integer> {
    private static final String DATABASE = "HEXAPOLIS_TRIALS_DATABASE_";

    /** What there is to measure. */
    enum Part {
        INGEST,
        LATENCY,
        ALERTS,
        RULES,
        QUERIES
    }

    @Option(names = "--short", description = "a few minutes, a million observations (default: 10 and 100 million)")
    private boolean inShort;

    @Option(names = "--only", split = ",", paramLabel = "PART", description = "of ${COMPLETION-CANDIDATES}")
    private List<Part> only = List.of(Part.values());

    @Option(names = "--observations", split = ",", paramLabel = "N", description = "sizes of the history")
    private List<Long> observations = List.of();

    @Option(
            names = "--out",
            paramLabel = "FILE",
            defaultValue = "target/bench.json",
            description = "the figures as JSON (${DEFAULT-VALUE})")
    private Path out = Path.of("");

    @Option(names = "--keep", description = "keep the folder with data and logs")
    private boolean keep;

    public static void main(String[] words) {
        System.exit(new CommandLine(new Bench())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(words));
    }

    @Override
    public Integer call() throws Exception {
        Extent extent = inShort ? Extent.SHORT : Extent.WHOLE;
        if (!observations.isEmpty()) {
            extent = extent.withHistory(observations);
        }
        Map<String, Object> circumstances = new LinkedHashMap<>();
        circumstances.put("processors", Runtime.getRuntime().availableProcessors());
        circumstances.put("java", System.getProperty("java.version"));
        circumstances.put("database", external().map(DatabaseAddress::jdbcUrl).orElse("embedded PostgreSQL"));
        Protocol protocol = new Protocol(circumstances, System.out);
        try (Workspace workspace = Workspace.create("bench", keep)) {
            if (only.contains(Part.INGEST) || only.contains(Part.LATENCY)) {
                underLoad(workspace.folder().resolve("load"), extent, protocol);
            }
            if (only.contains(Part.ALERTS)) {
                alerts(workspace.folder().resolve("alerts"), extent, protocol);
            }
            if (only.contains(Part.RULES)) {
                rules(workspace.folder().resolve("rules"), extent, protocol);
            }
            if (only.contains(Part.QUERIES)) {
                for (long size : extent.history()) {
                    onHistory(workspace.folder().resolve("history-" + size), size, extent, protocol);
                }
            }
        }
        protocol.summarize();
        protocol.write(out);
        return protocol.exitCode();
    }

    private void underLoad(Path folder, Extent extent, Protocol protocol) throws InterruptedException {
        try (World world = World.open(Checkout.find(), World.Folders.below(folder), 0, external())) {
            Duration ingest = world.addDirectReplica().service().start();
            Service query = world.newQueryService();
            protocol.add(Section.ran(
                    "C",
                    "time from launch to readiness",
                    0,
                    List.of(ready("ingest-service", ingest), ready("query-service", query.start()))));
            if (only.contains(Part.LATENCY)) {
                take(new Latency(world, query, extent.probes()), protocol);
            }
            if (only.contains(Part.INGEST)) {
                query.close();
                take(new IngestRate(world, extent.messages()), protocol);
            }
        }
    }

    /** Webhooks may be posted to receivers of our own on loopback. */
    private void alerts(Path folder, Extent extent, Protocol protocol) throws InterruptedException {
        Map<String, String> settings = Map.of("HEXAPOLIS_WEBHOOKS_ALLOW", "127.0.0.1/32");
        try (World world = World.open(Checkout.find(), World.Folders.below(folder), 0, external(), settings)) {
            world.addDirectReplica().service().start();
            Service query = world.newQueryService();
            query.start();
            take(new AlertLatency(world, query, extent.alerts()), protocol);
        }
    }

    /** Each bin has a topic; what is retained of an alert weighs as much as four. */
    private void rules(Path folder, Extent extent, Protocol protocol) throws InterruptedException {
        try (World world = World.open(Checkout.find(), World.Folders.below(folder), 0, external())) {
            world.broker().enlarge(extent.ruled() * 5);
            world.addDirectReplica().service().start();
            take(new RuleRate(world, extent.ruled(), Math.max(extent.messages(), extent.ruled())), protocol);
        }
    }

    private static Check ready(String name, Duration time) {
        return Check.atMost(name, time.toMillis() / 1_000.0, 4, "s");
    }

    /** A replica makes the schema and goes: nobody writes while queries are timed. */
    private static void onHistory(Path folder, long size, Extent extent, Protocol protocol)
            throws InterruptedException {
        try (World world = World.open(Checkout.find(), World.Folders.below(folder), 1, external())) {
            world.removeReplica();
            Service query = world.newQueryService();
            query.start();
            take(new Queries(world, query, size, extent), protocol);
        }
    }

    private static void take(Figures figures, Protocol protocol) throws InterruptedException {
        long started = System.nanoTime();
        List<Check> checks;
        try {
            checks = figures.take();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception broken) {
            checks = List.of(new Check("it went through", String.valueOf(broken.getMessage()), "yes", false));
        }
        protocol.add(Section.ran(figures.id(), figures.title(), (System.nanoTime() - started) / 1e9, checks));
    }

    private static Optional<DatabaseAddress> external() {
        String url = System.getenv(DATABASE + "URL");
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        Map<String, String> environment = System.getenv();
        return Optional.of(new DatabaseAddress(
                url,
                environment.getOrDefault(DATABASE + "USER", "postgres"),
                environment.getOrDefault(DATABASE + "PASSWORD", "-")));
    }
}
