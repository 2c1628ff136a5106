package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Load;
import java.time.Duration;

/**
 * F16: one message in ten is published twice (DUP=0), and cuts of the wire make the broker deliver what is not yet
 * acknowledged once more (DUP=1); each is stored once.
 */
final class Duplicates implements Fault {
    @Override
    public Duration span(Pace pace) {
        return pace.seconds(12, 60);
    }

    @Override
    public Load.Plan load(Load.Plan usual) {
        return usual.withDuplicates(0.1);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        for (int time = 0; time < scene.pace().times(3, 10); time++) {
            scene.pause(scene.between(2, 4));
            scene.replica(time % 2).toBroker().cut();
        }
    }

    @Override
    public void afterwards(Scene scene) {
        scene.check(Check.atLeast(
                "messages found to be duplicates", scene.total("hexapolis_messages_duplicate_total"), 1, ""));
    }
}
