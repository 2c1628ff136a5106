package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.wire.LinkCondition;
import de.hexapolis.trials.world.Replica;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** F5: the table locked, then a slow wire to the database (+200 ms, 1 Mbit/s); the window holds, and time recovers. */
final class SlowDatabase implements Fault {
    private static final LinkCondition SLOW = LinkCondition.slow(Duration.ofMillis(200), 125_000);
    private double mostUnacknowledged;

    @Override
    public Duration span(Pace pace) {
        return spell(pace).multipliedBy(2).plusSeconds(20);
    }

    private static Duration spell(Pace pace) {
        return pace.seconds(15, 60);
    }

    @Override
    public void strike(Scene scene) throws Exception {
        scene.pause(Duration.ofSeconds(3));
        lock(scene, spell(scene.pace()));
        scene.world().replicas().forEach(replica -> replica.toDatabase().set(SLOW));
        watch(scene, spell(scene.pace()));
        scene.world().replicas().forEach(replica -> replica.toDatabase().set(LinkCondition.UNDISTURBED));
        scene.check(Check.atMost(
                "most unacknowledged in a replica", mostUnacknowledged, Scene.RECEIVE_MAXIMUM, "messages"));
        scene.check(Check.atMost(
                "until a new message is stored within 1 s again",
                new Probe(scene.world(), scene.city()).secondsUntilFasterThan(Duration.ofSeconds(1)),
                30,
                "s"));
    }

    private void lock(Scene scene, Duration spell) throws SQLException, InterruptedException {
        try (Connection connection = scene.world().database().open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table observation in access exclusive mode");
            watch(scene, spell);
            connection.commit();
        }
    }

    private void watch(Scene scene, Duration spell) throws InterruptedException {
        for (int second = 0; second < spell.toSeconds(); second++) {
            scene.pause(Duration.ofSeconds(1));
            for (Replica replica : scene.world().replicas()) {
                mostUnacknowledged =
                        Math.max(mostUnacknowledged, Scene.own(replica.metrics(), "hexapolis_mqtt_unacknowledged"));
            }
        }
    }
}
