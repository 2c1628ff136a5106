package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Replica;
import java.time.Duration;

/** F17: replicas are restarted in turn with SIGTERM, then a third one comes and goes. */
final class RollingRestart implements Fault {
    @Override
    public Duration span(Pace pace) {
        return pace.seconds(40, 90);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        double before = scene.total("hexapolis_messages_duplicate_total");
        for (int number = 0; number < 2; number++) {
            scene.pause(scene.between(2, 4));
            Replica replica = scene.replica(number);
            before -= replica.metrics().sum("hexapolis_messages_duplicate_total");
            replica.program().terminate();
            replica.service().start();
        }
        scene.world().addReplica().service().start();
        scene.pause(Duration.ofSeconds(5));
        scene.world().removeReplica();
        double redelivered = scene.total("hexapolis_messages_duplicate_total") - Math.max(0, before);
        scene.check(Check.atMost("redelivered for each restart", redelivered / 3, Scene.RECEIVE_MAXIMUM, "messages"));
    }
}
