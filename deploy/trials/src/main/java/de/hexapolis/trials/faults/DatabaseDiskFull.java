package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import java.time.Duration;

/** F10: the disk with PostgreSQL's data fills up and is freed: nothing is acknowledged meanwhile, nothing is lost. */
final class DatabaseDiskFull implements Fault {
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
        // what fits into space that PostgreSQL already has is still stored
        scene.pause(FULL.dividedBy(2));
        double acknowledged = scene.total("hexapolis_mqtt_acknowledged_total");
        scene.pause(FULL.dividedBy(2));
        scene.check(Check.figure(
                "acknowledged in the second half of the time it was full",
                scene.total("hexapolis_mqtt_acknowledged_total") - acknowledged,
                "messages"));
        scene.check(Check.atLeast(
                "batches that the full disk refused", scene.total("hexapolis_store_retries_total"), 1, ""));
        SmallDisk.free(scene.smallDisk());
        scene.world().database().start();
    }
}
