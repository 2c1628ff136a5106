package de.hexapolis.trials.crews;

import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.SimulatorProgram;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The demo cities with their crews, simulated by a process that can be killed and goes on. One thread. */
final class SimulatedTown implements AutoCloseable {
    private static final String SHARES = "0.8,0.08,0.05,0.07";
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final World world;
    private final Service query;
    private final Span span;
    private final long seed;
    private final Path visits;
    private final Path tokens;
    private SimulatorProgram program;

    /** @param span from when on the simulator runs, by the platform's clock */
    SimulatedTown(World world, Service query, Span span, long seed) {
        this.world = world;
        this.query = query;
        this.span = span;
        this.seed = seed;
        this.visits = world.folder().resolve("visits.log");
        this.tokens = world.folder().resolve("crew-tokens");
        for (String city : List.of("fulda", "giessen", "limburg", "marburg", "offenbach", "wetzlar")) {
            world.platform().writeToken(tokens.resolve(city + ".jwt"), "crew", "[\"%s\"]".formatted(city));
        }
        this.program = launch();
    }

    private SimulatorProgram launch() {
        List<String> words = new ArrayList<>(List.of("simulate", "--json"));
        words.addAll(fleet());
        words.addAll(List.of("--broker", world.broker().address().toString(), "--scenario", "fire"));
        words.addAll(List.of("--crews", SHARES, "--query", query.address("").toString()));
        words.addAll(List.of("--crew-tokens", tokens.toString(), "--visits", visits.toString(), "--without-rounds"));
        return SimulatorProgram.start(world, words, "town", span.clock());
    }

    private List<String> fleet() {
        return List.of(
                "--blueprints",
                world.checkout().home().resolve("deploy/blueprints").toString(),
                "--seed",
                String.valueOf(seed));
    }

    /** kill -9; the fleet goes on where it would be by then. */
    void killAndRestart() throws InterruptedException {
        program.kill();
        program = launch();
    }

    /** Ends it in peace. */
    void stop() throws InterruptedException {
        program.terminate();
    }

    /** What was true, by the simulator's own account. */
    List<TrueEpisode> episodes(Instant from, Instant until) throws InterruptedException {
        Path file = world.folder().resolve("episodes.csv");
        List<String> words = new ArrayList<>(List.of("episodes", "--json", "--scenario", "fire"));
        words.addAll(fleet());
        words.addAll(List.of("--visits", visits.toString(), "--out", file.toString()));
        words.addAll(List.of("--from", from.toString(), "--until", until.toString()));
        SimulatorProgram told = SimulatorProgram.start(world, words, "episodes", Map.of());
        told.awaitSuccess(LONGEST);
        return TrueEpisode.read(file);
    }

    @Override
    public void close() {
        program.close();
    }
}
