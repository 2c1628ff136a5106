package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.Messenger;
import de.hexapolis.trials.world.Patience;
import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One message published by itself, and a look when it is in the store: what a sensor's owner would notice. */
final class Probe {
    private static final String STORED =
            """
            select 1 from observation o
            join series s on s.series_id = o.series_id
            join device d on d.device_id = s.device_id
            where d.device_key = ? and o.observed_at = ?::timestamptz
            """;

    private final World world;
    private final String city;
    private final String device;

    /** Needs a city of its own, lest the ledger's look takes it for a ghost. */
    Probe(World world, String city) throws SQLException {
        this.world = world;
        this.city = city + "-probe";
        this.device = this.city + "-00001";
        world.register(this.city, 1);
    }

    /** Publishes until a message is stored fast enough; how long that took, from the first one on. */
    double secondsUntilFasterThan(Duration wanted) throws InterruptedException {
        long started = System.nanoTime();
        Duration last = Duration.ZERO;
        try (Messenger messenger = new Messenger(world.broker().address())) {
            do {
                Instant at = Instant.now().truncatedTo(ChronoUnit.MICROS);
                messenger.publish(city, device, at, 50);
                last = Patience.until("the probe is stored", Duration.ofMinutes(10), () -> isStored(at));
            } while (last.compareTo(wanted) > 0);
        }
        return Duration.ofNanos(System.nanoTime() - started).toMillis() / 1_000.0;
    }

    private boolean isStored(Instant at) throws SQLException {
        try (Connection connection = world.database().open();
                PreparedStatement statement = connection.prepareStatement(STORED)) {
            statement.setString(1, device);
            statement.setString(2, at.toString());
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }
}
