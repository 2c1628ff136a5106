package de.hexapolis.local;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code deploy/up}: the whole platform by one command. */
@Command(
        name = "deploy/up",
        description = {
            "Start Hexapolis on this machine: MQTT broker, PostgreSQL, ingest-service, query-service and simulator,",
            "each a process of its own, on loopback only. Ctrl-C stops everything; the data stay."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:stopped as asked", "1:did not come up, or a part would not stay up", "2:wrong option"},
        sortOptions = false,
        mixinStandardHelpOptions = true,
        usageHelpAutoWidth = true)
public final class Up implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "data, logs and tokens (default: .hexapolis)")
    private Optional<Path> data = Optional.empty();

    @Option(
            names = "--broker-port",
            paramLabel = "PORT",
            defaultValue = "1883",
            description = "MQTT (${DEFAULT-VALUE})")
    private int brokerPort;

    @Option(
            names = "--database-port",
            paramLabel = "PORT",
            defaultValue = "15432",
            description = "PostgreSQL (${DEFAULT-VALUE})")
    private int databasePort;

    @Option(
            names = "--ingest-port",
            paramLabel = "PORT",
            defaultValue = "8081",
            description = "ingest-service (${DEFAULT-VALUE})")
    private int ingestPort;

    @Option(
            names = "--query-port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "query-service (${DEFAULT-VALUE})")
    private int queryPort;

    @Option(
            names = "--broker",
            paramLabel = "ADDRESS",
            description = "use this broker, such as tcp://broker:1883, and start none")
    private Optional<String> broker = Optional.empty();

    @Option(
            names = "--database-url",
            paramLabel = "URL",
            description = {
                "use this PostgreSQL >= 15 or TimescaleDB, such as jdbc:postgresql://db:5432/hexapolis, and start none;",
                "its password is taken from HEXAPOLIS_DATABASE_PASSWORD"
            })
    private Optional<String> databaseUrl = Optional.empty();

    @Option(
            names = "--database-user",
            paramLabel = "NAME",
            defaultValue = "hexapolis",
            description = "of that database (${DEFAULT-VALUE})")
    private String databaseUser = "";

    @Option(names = "--without-simulator", description = "start no simulated devices")
    private boolean withoutSimulator;

    @Option(names = "--without-crews", description = "nobody works off the orders but you")
    private boolean withoutCrews;

    @Option(
            names = "--interval-scale",
            paramLabel = "X",
            defaultValue = "1",
            description = "simulated devices report after X times their real interval (${DEFAULT-VALUE})")
    private double intervalScale;

    @Option(names = "--once", description = "stop as soon as data flow; for trying whether everything works")
    private boolean once;

    @Option(names = "--stop", description = "stop what runs on the data folder, and start nothing")
    private boolean stop;

    public static void main(String[] words) {
        int code = new CommandLine(new Up())
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure))
                .execute(words);
        System.exit(code);
    }

    private static int failed(Exception failure) throws Exception {
        if (failure instanceof StartupFailed || failure instanceof IllegalStateException) {
            System.err.println("Hexapolis does not start: " + failure.getMessage());
            return 1;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        Plan plan = plan();
        if (stop) {
            new Leftovers(plan.folder(), Up::say).stopAll();
            return 0;
        }
        Startup startup = new Startup(plan.folder(), Up::say);
        Runtime.getRuntime().addShutdownHook(new Thread(startup::close, "stop"));
        Instant begun = Instant.now();
        new Platform(plan, startup, Up::say).start();
        say("up after %d s".formatted(Duration.between(begun, Instant.now()).toSeconds()));
        System.out.print(new Welcome(plan).text());
        return once ? 0 : watch(startup);
    }

    private Plan plan() {
        Path home = Path.of(System.getProperty("hexapolis.home", ""));
        return new Plan(
                home.toAbsolutePath(),
                new DataFolder(data.orElse(home.resolve(".hexapolis"))),
                brokerPort,
                databasePort,
                ingestPort,
                queryPort,
                broker,
                databaseUrl.map(url -> new Plan.Database(
                        url, databaseUser, System.getenv().getOrDefault("HEXAPOLIS_DATABASE_PASSWORD", ""))),
                !withoutSimulator,
                !withoutCrews,
                intervalScale);
    }

    /** Returns never: the end comes by a signal, which runs the shutdown hook, or by a part that does not stay up. */
    private static int watch(Startup startup) {
        while (true) {
            Pause.briefly();
            startup.revive();
        }
    }

    private static void say(String line) {
        System.out.println("· " + line);
    }
}
