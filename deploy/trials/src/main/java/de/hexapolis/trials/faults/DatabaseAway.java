package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import java.time.Duration;

/** F4: no database for minutes: nothing is acknowledged, nothing grows but the broker's queue, which then drains. */
final class DatabaseAway implements Fault {
    private double drainRate;

    @Override
    public Duration span(Pace pace) {
        return away(pace).plusSeconds(30);
    }

    private static Duration away(Pace pace) {
        return pace.seconds(60, 600);
    }

    @Override
    public void strike(Scene scene) throws InterruptedException {
        scene.pause(Duration.ofSeconds(5));
        scene.world().database().stop();
        scene.pause(Duration.ofSeconds(5));
        double acknowledged = scene.total("hexapolis_mqtt_acknowledged_total");
        double connections = scene.total("hexapolis_mqtt_connections_total");
        scene.pause(away(scene.pace()));
        scene.check(Check.equal(
                "acknowledged while the database was away",
                (long) (scene.total("hexapolis_mqtt_acknowledged_total") - acknowledged),
                0));
        double perMinute = (scene.total("hexapolis_mqtt_connections_total") - connections)
                / scene.world().replicas().size()
                / (away(scene.pace()).toSeconds() / 60.0);
        scene.check(Check.atMost("reconnects a minute and replica", perMinute, 2, ""));
        scene.world().database().start();
        measureDrain(scene);
    }

    private void measureDrain(Scene scene) throws InterruptedException {
        scene.pause(Duration.ofSeconds(5));
        double before = scene.total("hexapolis_messages_stored_total");
        scene.pause(Duration.ofSeconds(10));
        drainRate = (scene.total("hexapolis_messages_stored_total") - before) / 10;
    }

    @Override
    public void afterwards(Scene scene) {
        scene.check(Check.atLeast(
                "drained while the load went on", drainRate, 3.0 * scene.pace().rate(), "msg/s"));
        Metrics first = scene.replica(0).metrics();
        scene.check(Check.equal(
                "messages that found the window full", (long) Scene.own(first, "hexapolis_mqtt_overflowed_total"), 0));
    }
}
