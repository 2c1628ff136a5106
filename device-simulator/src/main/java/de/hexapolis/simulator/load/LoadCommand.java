package de.hexapolis.simulator.load;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.ExitCode;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.ledger.Ledger;
import de.hexapolis.simulator.ledger.LoadPlan;
import de.hexapolis.simulator.ledger.Values;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.telemetry.CityId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code load}: messages at a fixed rate, with a ledger. */
@Command(
        name = "load",
        description = "Publish with QoS 1 at a fixed rate and note in a ledger what the broker acknowledged.",
        mixinStandardHelpOptions = true)
public final class LoadCommand implements Callable<Integer> {
    /** Times of messages that are sent as fast as possible lie this close, so that none lies ahead of the clock. */
    private static final long FASTEST = 50_000;

    private static final long LONGEST_SECONDS = 100_000_000;
    private static final Duration HEAD_START = Duration.ofMillis(500);

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private Report report = new Report();

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "1000",
            description = "messages a second; 0: as fast as the broker takes them, --messages many (default:"
                    + " ${DEFAULT-VALUE})")
    private long rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "60",
            description = "how long (default: ${DEFAULT-VALUE})")
    private long seconds;

    @Option(names = "--messages", paramLabel = "N", description = "how many, instead of --seconds")
    private Optional<Long> messages = Optional.empty();

    @Option(
            names = "--devices",
            paramLabel = "N",
            defaultValue = "1000",
            description = "devices (default: ${DEFAULT-VALUE})")
    private int devices;

    @Option(
            names = "--quantities",
            paramLabel = "N",
            defaultValue = "4",
            description = "readings in each message, 1 to 8 (default: ${DEFAULT-VALUE})")
    private int quantities;

    @Option(
            names = "--values",
            paramLabel = "WORD",
            defaultValue = "dice",
            description =
                    "dice: anything; walk: as sensors are, hardly another than before (default: ${DEFAULT-VALUE})")
    private Values values = Values.DICE;

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "2",
            description = "connections, a thread each (default: ${DEFAULT-VALUE})")
    private int connections;

    @Option(
            names = "--window",
            paramLabel = "N",
            defaultValue = "2000",
            description = "messages in flight for each connection; the broker's receive maximum may be less (default:"
                    + " ${DEFAULT-VALUE})")
    private int window;

    @Option(
            names = "--city",
            paramLabel = "ID",
            defaultValue = "loadtest",
            description = "city of the load devices (default: ${DEFAULT-VALUE})")
    private String city = "";

    @Option(
            names = "--duplicates",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share of messages sent twice, DUP=0 (default: ${DEFAULT-VALUE})")
    private double duplicates;

    @Option(
            names = "--poison",
            paramLabel = "SHARE",
            defaultValue = "0",
            description = "share of messages that nobody can read (default: ${DEFAULT-VALUE})")
    private double poison;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of duplicates and poison (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--ledger",
            paramLabel = "FILE",
            description = "new file for the ledger; needed unless --print-pack")
    private Optional<Path> ledger = Optional.empty();

    @Option(
            names = "--drain",
            paramLabel = "DURATION",
            defaultValue = "PT60S",
            description = "how long to wait for the last acknowledgements (default: ${DEFAULT-VALUE})")
    private Duration drain = Duration.ZERO;

    @Option(
            names = "--print-pack",
            paramLabel = "DIR",
            description = "write the blueprint pack that registers the devices, and send nothing")
    private Optional<Path> pack = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        LoadPlan plan = plan();
        if (pack.isPresent()) {
            LoadPack.of(plan).write(pack.get());
            report.tell("pack written", Map.of("folder", pack.get().toString(), "devices", devices));
            return ExitCode.DONE;
        }
        Ledger open = Ledger.create(ledger.orElseThrow(() -> new BadInput("--ledger is missing")), plan);
        String clientId =
                "load-%s-%d".formatted(plan.city(), ProcessHandle.current().pid());
        Courier.Route route = new Courier.Route(broker.address(), clientId, window, broker.patience());
        return new LoadRun(open, route, report, rate > 0).run(drain);
    }

    private LoadPlan plan() {
        BadInput.unless(
                seconds >= 1 && seconds <= LONGEST_SECONDS,
                "--seconds %d: from 1 to %d".formatted(seconds, LONGEST_SECONDS));
        BadInput.unless(
                rate != 0 || messages.isPresent(),
                "--rate 0: as fast as the broker takes them, but say with --messages how many");
        BadInput.unless(messages.orElse(1L) >= 1, "--messages %d: at least 1".formatted(messages.orElse(1L)));
        BadInput.unless(window >= 1, "--window %d: at least 1".formatted(window));
        try {
            return new LoadPlan(
                    new CityId(city),
                    devices,
                    connections,
                    rate == 0 ? FASTEST : rate,
                    messages.orElse(rate * seconds),
                    quantities,
                    duplicates,
                    poison,
                    seed,
                    start(),
                    values);
        } catch (IllegalArgumentException refused) {
            throw new BadInput(String.valueOf(refused.getMessage()), refused);
        }
    }

    /** At full speed the messages' times begin early enough to have passed when they are sent. */
    private Instant start() {
        Duration span = Duration.ofSeconds(messages.orElse(0L) / FASTEST + 1);
        return rate == 0 ? Instant.now().minus(span) : Instant.now().plus(HEAD_START);
    }
}
