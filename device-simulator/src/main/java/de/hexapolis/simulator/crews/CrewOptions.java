package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.telemetry.PlatformClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether crews are played, and how. */
public final class CrewOptions {
    @Option(
            names = "--crews",
            paramLabel = "SHARES",
            description = {
                "play the crews of the platform's orders: which shares of the work are done, done but told late, told and not",
                "done, and not done, such as 0.8,0.08,0.05,0.07; needs --query, --crew-tokens and --visits"
            })
    private Optional<String> shares = Optional.empty();

    @Option(names = "--query", paramLabel = "URL", description = "of query-service, such as http://127.0.0.1:8080")
    private Optional<URI> query = Optional.empty();

    @Option(names = "--crew-tokens", paramLabel = "DIR", description = "a folder with a crew's token in each *.jwt")
    private Optional<Path> tokens = Optional.empty();

    @Option(
            names = "--visits",
            paramLabel = "FILE",
            description =
                    "where it is kept which bins were emptied and which trees watered; a file that is there is gone on with")
    private Optional<Path> visits = Optional.empty();

    @Option(
            names = "--without-rounds",
            description = "from the first start with this --visits on, nobody but the crews empties and waters")
    private boolean withoutRounds;

    /** What was done so far, where somebody keeps it. */
    public Optional<VisitLog> visits(Instant now) {
        BadInput.unless(visits.isPresent() || !withoutRounds, "--without-rounds: needs --visits");
        return visits.map(file -> VisitLog.open(file, withoutRounds ? Optional.of(now) : Optional.empty()));
    }

    /** @throws BadInput if an option is missing that crews need */
    public Optional<CrewPlayer> start(
            List<SimulatedDevice> fleet, Dice world, Optional<VisitLog> log, PlatformClock clock, Report report) {
        if (shares.isEmpty()) {
            return Optional.empty();
        }
        BadInput.unless(
                query.isPresent() && tokens.isPresent() && log.isPresent(),
                "--crews: needs --query, --crew-tokens and --visits");
        CrewPlayer.Stage stage = new CrewPlayer.Stage(world, new Town(fleet), log.orElseThrow(), clock);
        List<OrderDesk> desks = OrderDesk.of(query.orElseThrow(), tokens.orElseThrow());
        return Optional.of(new CrewPlayer(desks, Shares.parse(shares.get()), stage, report).start());
    }
}
