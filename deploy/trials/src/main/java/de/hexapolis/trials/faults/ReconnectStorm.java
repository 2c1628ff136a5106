package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import java.time.Duration;

/** F14: thousands of devices drop and come back within five seconds, beside the load. */
final class ReconnectStorm implements Fault {
    @Override
    public Duration span(Pace pace) {
        return Duration.ofSeconds(60);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        int devices = scene.pace().times(500, 5_000);
        try (Crowd crowd = new Crowd(scene.world().broker().port(), devices)) {
            crowd.comeWithin(Duration.ofSeconds(20));
            scene.check(Check.equal("devices connected before", crowd.connected(), devices));
            crowd.drop();
            double seconds = crowd.comeWithin(Duration.ofSeconds(5)).toMillis() / 1_000.0;
            scene.check(Check.equal("devices connected again", crowd.connected(), devices));
            scene.check(Check.atMost("until all were back", seconds, 60, "s"));
        }
    }
}
