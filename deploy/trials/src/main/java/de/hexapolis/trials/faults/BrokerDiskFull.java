package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import java.time.Duration;

/** F11: the disk with the broker's journal fills up while nobody takes messages away: devices get no PUBACK. */
final class BrokerDiskFull implements Fault {
    private static final Duration FULL = Duration.ofSeconds(30);

    @Override
    public boolean needsSmallDisk() {
        return true;
    }

    @Override
    public Duration span(Pace pace) {
        return FULL.plusSeconds(30);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        scene.pause(Duration.ofSeconds(5));
        SmallDisk.fill(scene.smallDisk());
        scene.pause(FULL.dividedBy(2));
        double arrived = scene.total("hexapolis_mqtt_arrived_total");
        scene.pause(FULL.dividedBy(2));
        scene.check(Check.figure(
                "messages that the broker still took in the second half of the time it was full",
                scene.total("hexapolis_mqtt_arrived_total") - arrived,
                ""));
        SmallDisk.free(scene.smallDisk());
        if (!scene.world().broker().program().isAlive()) {
            scene.world().broker().start();
        }
    }
}
