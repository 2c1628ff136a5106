package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.wire.LinkCondition;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.Replica;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;

/**
 * F7: the wire to the broker is cut, and swallows everything, while the window is full because the database stands still: what is
 * redelivered must not overflow the window and tear down the new connection, over and over.
 */
final class CutFullWindow implements Fault {
    private static final int CUTS = 2;

    @Override
    public Duration span(Pace pace) {
        return swallowing(pace).plusSeconds(Scene.RECEIVE_MAXIMUM * 2 / pace.rate() + 35);
    }

    private static Duration swallowing(Pace pace) {
        return pace.seconds(20, 120);
    }

    @Override
    public void strike(Scene scene) throws Exception {
        Replica replica = scene.replica(0);
        try (Connection connection = scene.world().database().open();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("lock table observation in access exclusive mode");
            Patience.until(
                    "the window is full",
                    Duration.ofSeconds(60),
                    () -> unacknowledged(replica) >= Scene.RECEIVE_MAXIMUM);
            double before = connections(replica);
            replica.toBroker().cut();
            scene.pause(Duration.ofSeconds(5));
            replica.toBroker().cut();
            scene.pause(Duration.ofSeconds(10));
            scene.check(Check.atMost("connections made for each cut", (connections(replica) - before) / CUTS, 2, ""));
            connection.commit();
        }
        double before = connections(replica);
        replica.toBroker().set(LinkCondition.BLACKHOLE);
        scene.pause(swallowing(scene.pace()));
        replica.toBroker().set(LinkCondition.UNDISTURBED);
        double back = Patience.until("connected again", Duration.ofSeconds(90), () -> connected(replica))
                        .toMillis()
                / 1_000.0;
        scene.check(Check.atMost("connected again after bytes were swallowed", back, 60, "s"));
        scene.check(Check.atMost("connections made after it", connections(replica) - before, 2, ""));
    }

    private static double unacknowledged(Replica replica) {
        return Scene.own(replica.metrics(), "hexapolis_mqtt_unacknowledged");
    }

    private static double connections(Replica replica) {
        return Scene.own(replica.metrics(), "hexapolis_mqtt_connections_total");
    }

    private static boolean connected(Replica replica) {
        return Scene.own(replica.metrics(), "hexapolis_mqtt_connected") == 1;
    }
}
