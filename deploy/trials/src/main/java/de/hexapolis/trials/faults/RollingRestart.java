package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.Replica;
import java.time.Duration;

/** F17: replicas are restarted in turn with SIGTERM, then a third one comes and goes. */
final class RollingRestart implements Fault {
    /** What the broker sends again comes first on a new connection, and at once to the replicas that stay. */
    private static final Duration SENT_AGAIN = Duration.ofSeconds(3);

    @Override
    public Duration span(Pace pace) {
        return pace.seconds(50, 90);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        for (int number = 0; number < 2; number++) {
            scene.pause(scene.between(2, 4));
            SentAgain again = SentAgain.before(scene, number);
            Replica replica = scene.replica(number);
            replica.program().terminate();
            replica.service().start();
            scene.pause(SENT_AGAIN);
            scene.check(again.after("the restart of ingest-" + number, scene));
        }
        scene.world().addReplica().service().start();
        scene.pause(Duration.ofSeconds(5));
        SentAgain again = SentAgain.before(scene, 2);
        scene.world().removeReplica();
        scene.pause(SENT_AGAIN);
        scene.check(again.after("the end of ingest-2", scene));
    }
}
