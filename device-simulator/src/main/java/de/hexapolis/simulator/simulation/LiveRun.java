package de.hexapolis.simulator.simulation;

import de.hexapolis.simulator.console.BrokerOptions;
import de.hexapolis.simulator.console.Report;
import de.hexapolis.simulator.publish.Courier;
import de.hexapolis.simulator.publish.Dispatch;
import de.hexapolis.simulator.scenario.Transmission;
import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/** Transmissions sent when their time has come. One thread. */
final class LiveRun implements AutoCloseable {
    private static final Duration TELL_EVERY = Duration.ofMinutes(1);
    private static final Duration TEND_EVERY = Duration.ofSeconds(1);
    private static final int WINDOW = 1_000;
    private static final Duration LEAVE = Duration.ofSeconds(10);

    private final Dispatch dispatch;
    private final PlatformClock clock;
    private final Report report;
    private long told = System.nanoTime();

    LiveRun(BrokerOptions broker, PlatformClock clock, Report report) {
        String clientId = "simulator-" + ProcessHandle.current().pid();
        this.dispatch = new Dispatch(new Courier.Route(broker.address(), clientId, WINDOW, broker.patience()));
        this.clock = clock;
        this.report = report;
    }

    /** True if every message was answered. */
    boolean play(Iterator<Transmission> transmissions, int devices, Optional<Instant> end) throws InterruptedException {
        report.tell("simulating", Map.of("devices", devices));
        try (ProgressBar bar = report.progress("simulating", -1)) {
            while (transmissions.hasNext()) {
                Transmission next = transmissions.next();
                if (end.isPresent() && next.at().isAfter(end.get())) {
                    break;
                }
                await(next.at());
                dispatch.send(next.message());
                bar.step();
                tellNowAndThen();
            }
        }
        boolean answered = dispatch.drain(LEAVE);
        tell();
        return answered;
    }

    /** How many messages the broker will not have. */
    long refused() {
        return dispatch.refused();
    }

    @Override
    public void close() {
        dispatch.close();
    }

    private void await(Instant at) throws InterruptedException {
        while (true) {
            Duration left = clock.realDuration(Duration.between(clock.instant(), at));
            if (left.isNegative() || left.isZero()) {
                return;
            }
            Thread.sleep(Math.min(left.toMillis() + 1, TEND_EVERY.toMillis()));
            dispatch.tend();
        }
    }

    private void tellNowAndThen() {
        if (System.nanoTime() - told > TELL_EVERY.toNanos()) {
            told = System.nanoTime();
            tell();
        }
    }

    private void tell() {
        report.tell("sent", dispatch.counts());
    }
}
