package de.hexapolis.trials.world;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The simulator's load as a process: it publishes with QoS 1 and keeps the ledger. One thread. */
public final class Load implements AutoCloseable {
    private static final Duration DRAIN = Duration.ofMinutes(5);

    private final Plan plan;
    private final Path ledger;
    private final Path log;
    private final Program program;

    /**
     * @param city one that is registered with so many devices
     * @param rate messages a second; 0: as fast as the broker takes them
     * @param messages in all
     * @param duplicates share of messages that are sent twice
     * @param poison share of messages that nobody can read
     * @param values {@code dice}: anything; {@code walk}: as sensors are
     */
    public record Plan(
            String city,
            int devices,
            int rate,
            long messages,
            double duplicates,
            double poison,
            long seed,
            String values) {
        public static final int QUANTITIES = 4;

        public static Plan steady(String city, int devices, int rate, Duration span) {
            return new Plan(city, devices, rate, rate * span.toSeconds(), 0, 0, 1, "dice");
        }

        /** As fast as the broker takes them. */
        public static Plan fullSpeed(String city, int devices, long messages) {
            return new Plan(city, devices, 0, messages, 0, 0, 1, "dice");
        }

        public Plan withDuplicates(double share) {
            return new Plan(city, devices, rate, messages, share, poison, seed, values);
        }

        public Plan withPoison(double share) {
            return new Plan(city, devices, rate, messages, duplicates, share, seed, values);
        }

        public Plan seeded(long newSeed) {
            return new Plan(city, devices, rate, messages, duplicates, poison, newSeed, values);
        }

        /** As sensors are: hardly another value than before. */
        public Plan walking() {
            return new Plan(city, devices, rate, messages, duplicates, poison, seed, "walk");
        }

        private List<String> arguments() {
            return List.of(
                    "--city",
                    city,
                    "--devices",
                    String.valueOf(devices),
                    "--quantities",
                    String.valueOf(QUANTITIES),
                    "--rate",
                    String.valueOf(rate),
                    "--messages",
                    String.valueOf(messages),
                    "--duplicates",
                    String.format(Locale.ROOT, "%.4f", duplicates),
                    "--poison",
                    String.format(Locale.ROOT, "%.4f", poison),
                    "--seed",
                    String.valueOf(seed),
                    "--values",
                    values);
        }
    }

    private Load(Plan plan, Path ledger, Path log, Program program) {
        this.plan = plan;
        this.ledger = ledger;
        this.log = log;
        this.program = program;
    }

    /** Begins to publish. */
    public static Load start(World world, Plan plan, URI broker) {
        Path ledger = world.folder().resolve(plan.city() + ".ledger");
        Path log = world.folder().resolve("load-" + plan.city() + ".log");
        forget(ledger);
        List<String> arguments = new ArrayList<>(List.of(
                "load",
                "--json",
                "--broker",
                broker.toString(),
                "--drain",
                DRAIN.toString(),
                "--ledger",
                ledger.toString()));
        arguments.addAll(plan.arguments());
        Program program = Program.start(
                world.checkout().simulator(),
                List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                arguments,
                Map.of(),
                log);
        return new Load(plan, ledger, log, program);
    }

    /** Of an earlier load of the same city. */
    private static void forget(Path ledger) {
        try {
            Files.deleteIfExists(ledger);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + ledger, e);
        }
    }

    public Plan plan() {
        return plan;
    }

    /** Waits until all is sent and answered; what the simulator reports at the end. */
    public JsonNode await(Duration longest) throws InterruptedException {
        int code = program.await(longest);
        if (code != 0) {
            throw new IllegalStateException("the load ended with exit code %d, see %s".formatted(code, log));
        }
        return SimulatorReport.last(log, "loaded");
    }

    /** Ends it before its time, if it still runs: what is not answered by then stays out of the ledger. */
    public JsonNode stop() throws InterruptedException {
        if (program.isAlive()) {
            program.terminate();
            return SimulatorReport.last(log, "loaded");
        }
        return await(Duration.ofSeconds(1));
    }

    /** Compares ledger and store. */
    public Verdict verify(World world) throws InterruptedException {
        return Verdict.of(world, ledger);
    }

    @Override
    public void close() {
        program.close();
    }
}
