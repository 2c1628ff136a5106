package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.Replica;
import java.time.Duration;

/**
 * F8: the replica stands still for 8 s, callbacks and all, and meanwhile its connection drops. From outside a callback
 * cannot be held alone; that a single one which blocks does not hinder the next connection is a test of ingest-service.
 */
final class StallAndCut implements Fault {
    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(20);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        Replica replica = scene.replica(0);
        scene.pause(scene.between(2, 4));
        double before = Scene.own(replica.metrics(), "hexapolis_mqtt_connections_total");
        replica.program().freeze();
        scene.pause(Duration.ofSeconds(4));
        replica.toBroker().cut();
        scene.pause(Duration.ofSeconds(4));
        replica.program().thaw();
        Duration back = Patience.until(
                "connected again",
                Duration.ofMinutes(2),
                () -> Scene.own(replica.metrics(), "hexapolis_mqtt_connections_total") > before
                        && Scene.own(replica.metrics(), "hexapolis_mqtt_connected") == 1);
        scene.check(Check.atMost("reconnected after the stall", back.toMillis() / 1_000.0, 30, "s"));
    }
}
