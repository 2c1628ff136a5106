package de.hexapolis.trials.world;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until what was published has arrived in the store. One thread, used once. */
final class Settling {
    private static final String COUNT =
            """
            select count(*)
            from observation o join series s on s.series_id = o.series_id
            where s.city_id = ?
            """;
    /** No new row for so long: nothing more will come. */
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final World world;
    private final String city;
    private final long expected;

    Settling(World world, String city, long expected) {
        this.world = world;
        this.city = city;
        this.expected = expected;
    }

    /** Counting takes its time on a large table: only what has nothing under way is counted. */
    Duration await(Duration longest) throws InterruptedException {
        long started = System.nanoTime();
        long lastChange = started;
        long before = -1;
        while (System.nanoTime() - started < longest.toNanos()) {
            boolean isIdle = nothingUnderWay();
            long looked = System.nanoTime();
            long now = isIdle ? count() : -1;
            if (!isIdle || now != before) {
                before = now;
                lastChange = looked;
            }
            boolean quiet = looked - lastChange > QUIET.toNanos();
            if (isIdle && (now >= expected || quiet)) {
                return Duration.ofNanos(lastChange - started);
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("messages of '%s' still under way after %s".formatted(city, longest));
    }

    private boolean nothingUnderWay() {
        try {
            return world.replicas().stream()
                    .allMatch(replica -> replica.metrics().underWay() == 0);
        } catch (RuntimeException notAnswering) {
            return false;
        }
    }

    private long count() {
        try (Connection connection = world.database().open();
                PreparedStatement statement = connection.prepareStatement(COUNT)) {
            statement.setString(1, city);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        } catch (SQLException away) {
            return -1;
        }
    }
}
