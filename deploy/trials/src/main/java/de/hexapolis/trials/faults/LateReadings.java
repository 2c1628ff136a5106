package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.Messenger;
import de.hexapolis.trials.world.World;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Readings of the last three days in random order, beside the load: they fall into days that are rolled up, so that
 * writers and rollup workers race during every fault. Owns one thread.
 */
final class LateReadings implements AutoCloseable {
    static final int DEVICES = 10;
    private static final long PAUSE_MS = 50;
    private static final int DAYS = 3;

    private final URI broker;
    private final String city;
    private final SplittableRandom dice;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final AtomicLong published = new AtomicLong();
    private final Thread thread = new Thread(this::publish, "late-readings");
    private volatile boolean stopping;

    private LateReadings(URI broker, String city, SplittableRandom dice) {
        this.broker = broker;
        this.city = city;
        this.dice = dice;
    }

    static LateReadings start(World world, String loadCity, SplittableRandom dice) throws SQLException {
        String city = loadCity + "-late";
        world.register(city, DEVICES);
        LateReadings readings = new LateReadings(world.broker().address(), city, dice.split());
        readings.thread.setDaemon(true);
        readings.thread.start();
        return readings;
    }

    String city() {
        return city;
    }

    /** Acknowledged by the broker. */
    long published() {
        return published.get();
    }

    /** Publishes no more; returns when the last one is answered. */
    void finish() throws InterruptedException {
        stopping = true;
        thread.join(Duration.ofSeconds(40).toMillis());
    }

    @Override
    public void close() {
        stopping = true;
    }

    private void publish() {
        while (!stopping) {
            try (Messenger messenger = new Messenger(broker)) {
                while (!stopping) {
                    Reading reading = next();
                    messenger.publish(city, reading.device(), reading.at(), reading.value());
                    published.incrementAndGet();
                    Thread.sleep(PAUSE_MS);
                }
            } catch (InterruptedException stop) {
                return;
            } catch (IllegalStateException brokerAway) {
                pause();
            }
        }
    }

    /** The microseconds differ from reading to reading: no two of a device meet under the same key. */
    private Reading next() {
        long seconds = dice.nextLong(Duration.ofDays(DAYS).toSeconds());
        long micros = published.get() * 7 % 1_000_000;
        Instant at = now.minusSeconds(seconds).plus(micros, ChronoUnit.MICROS);
        return new Reading("%s-%05d".formatted(city, 1 + dice.nextInt(DEVICES)), at, dice.nextInt(100));
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private record Reading(String device, Instant at, double value) {}
}
