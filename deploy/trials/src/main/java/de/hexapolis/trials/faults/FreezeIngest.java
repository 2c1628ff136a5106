package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Replica;
import java.time.Duration;

/** F2: SIGSTOP for longer than one and a half keep-alives, then SIGCONT: a zombie that acknowledges what is no more his. */
final class FreezeIngest implements Fault {
    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(pace.times(70, 110));
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        scene.pause(scene.between(3, 6));
        Replica zombie = scene.replica(0);
        zombie.program().freeze();
        scene.pause(scene.pace().seconds(55, 90));
        zombie.program().thaw();
    }

    @Override
    public void afterwards(Scene scene) {
        scene.check(Check.figure(
                "acknowledgements of the dead connection, dropped", scene.total("hexapolis_mqtt_stale_total"), ""));
    }
}
