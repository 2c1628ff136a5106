package de.hexapolis.simulator.console;

import de.hexapolis.telemetry.PlatformClock;
import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which time it is for the devices: real time, or the platform's clock when that runs apart from it. */
public final class ClockOptions {
    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "${env:HEXAPOLIS_CLOCK_RATE:-1}",
            description = "how many times as fast as real time; the services need the same clock "
                    + "(environment: HEXAPOLIS_CLOCK_RATE; default: ${DEFAULT-VALUE})")
    private double speed = 1;

    @Option(
            names = "--clock-epoch",
            paramLabel = "INSTANT",
            defaultValue = "${env:HEXAPOLIS_CLOCK_EPOCH}",
            description = "real instant at which the clock shows --clock-start (environment: HEXAPOLIS_CLOCK_EPOCH)")
    private Optional<Instant> epoch = Optional.empty();

    @Option(
            names = "--clock-start",
            paramLabel = "INSTANT",
            defaultValue = "${env:HEXAPOLIS_CLOCK_START}",
            description = "what the clock shows then (environment: HEXAPOLIS_CLOCK_START)")
    private Optional<Instant> start = Optional.empty();

    /** @throws BadInput if the three do not make a clock */
    public PlatformClock clock() {
        if (speed == 1 && epoch.isEmpty() && start.isEmpty()) {
            return PlatformClock.realTime();
        }
        Instant now = Instant.now();
        Instant from = epoch.orElse(now);
        Instant showing = start.orElse(from);
        try {
            PlatformClock clock = PlatformClock.of(from, showing, speed);
            System.err.printf(
                    "The services need this clock: HEXAPOLIS_CLOCK_EPOCH=%s HEXAPOLIS_CLOCK_START=%s HEXAPOLIS_CLOCK_RATE=%s%n",
                    from, showing, speed);
            return clock;
        } catch (IllegalArgumentException notAClock) {
            throw new BadInput("--speed: " + notAClock.getMessage(), notAClock);
        }
    }
}
