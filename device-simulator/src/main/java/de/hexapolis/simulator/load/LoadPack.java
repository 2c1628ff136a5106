package de.hexapolis.simulator.load;

import de.hexapolis.simulator.fleet.PrintedPack;
import de.hexapolis.simulator.ledger.LoadPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.IntStream;

/** The blueprint pack that registers the devices of a load. */
final class LoadPack {
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    private LoadPack() {}

    static PrintedPack of(LoadPlan plan) {
        return new PrintedPack(
                plan.city(),
                ZoneId.of("Europe/Berlin"),
                "load",
                new PrintedPack.Title("Lasttest", "Load test"),
                new PrintedPack.Installed("bin", "L", "Load", LONG_AGO, Duration.ofMinutes(1)),
                IntStream.range(0, plan.devices()).mapToObj(plan::deviceId).toList());
    }
}
