package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** F1: kill -9 of the replicas in turn, at random moments; the other one takes over. */
final class KillIngest implements Fault {
    /** Of the offered rate: the other replica carries the load alone. */
    private static final double CARRIES = 0.8;

    private final List<Double> takeovers = new ArrayList<>();

    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(12L * pace.times(3, 20));
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        for (int time = 0; time < scene.pace().times(3, 20); time++) {
            scene.pause(scene.between(2, 5));
            Replica victim = scene.replica(time % 2);
            Replica other = scene.replica((time + 1) % 2);
            victim.program().kill();
            takeovers.add(takeover(scene, other));
            victim.service().start();
        }
        scene.check(Check.atMost("longest takeover by the other replica", Collections.max(takeovers), 5, "s"));
        scene.check(Check.figure("median takeover by the other replica", median(), "s"));
    }

    /** Of an even number the longer one of the middle two. */
    private double median() {
        return takeovers.stream()
                .sorted()
                .skip(takeovers.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Until the other has stored as much within a second as the load offers. */
    private static double takeover(Scene scene, Replica other) throws InterruptedException {
        Duration window = Duration.ofSeconds(1);
        Duration until = Patience.until("the other replica carries the load", Duration.ofSeconds(60), () -> {
            double before = other.metrics().sum("hexapolis_messages_stored_total");
            Thread.sleep(window.toMillis());
            double after = other.metrics().sum("hexapolis_messages_stored_total");
            return after - before >= CARRIES * scene.pace().rate();
        });
        return until.minus(window).toMillis() / 1_000.0;
    }
}
