package de.hexapolis.trials.faults;

import java.time.Duration;

/** F6: kill -9 of the broker, and a new start on the same journal. */
final class KillBroker implements Fault {
    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(12L * pace.times(1, 5));
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        for (int time = 0; time < scene.pace().times(1, 5); time++) {
            scene.pause(scene.between(2, 6));
            scene.world().broker().program().kill();
            scene.pause(scene.between(0.2, 1));
            scene.world().broker().start();
            scene.pause(Duration.ofSeconds(6));
        }
    }
}
