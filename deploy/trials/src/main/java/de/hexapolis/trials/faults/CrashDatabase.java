package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import java.time.Duration;

/** F3: PostgreSQL stopped at once ({@code -m immediate}) in the middle of commits, and started again. */
final class CrashDatabase implements Fault {
    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(9L * pace.times(2, 10));
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        for (int time = 0; time < scene.pace().times(2, 10); time++) {
            scene.pause(scene.between(2, 6));
            scene.world().database().crash();
            scene.pause(scene.between(0.2, 1));
            scene.world().database().start();
        }
    }

    @Override
    public void afterwards(Scene scene) {
        scene.check(Check.figure(
                "messages that were committed before and came again",
                scene.total("hexapolis_messages_duplicate_total"),
                ""));
    }
}
