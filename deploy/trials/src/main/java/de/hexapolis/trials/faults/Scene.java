package de.hexapolis.trials.faults;

import de.hexapolis.trials.report.Check;
import de.hexapolis.trials.world.Metrics;
import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where a fault strikes: the world, its dice, and the checks so far. One thread. */
final class Scene {
    /** How many messages of a source ingest-service takes before it acknowledges: its own default. */
    static final int RECEIVE_MAXIMUM = 4_000;

    private final World world;
    private final Pace pace;
    private final SplittableRandom dice;
    private final String city;
    private final Path smallDisk;
    private final List<Check> checks = new ArrayList<>();

    /** @param smallDisk the folder that fills, for faults that asked for it */
    Scene(World world, Pace pace, SplittableRandom dice, String city, Path smallDisk) {
        this.world = world;
        this.pace = pace;
        this.dice = dice;
        this.city = city;
        this.smallDisk = smallDisk;
    }

    World world() {
        return world;
    }

    Pace pace() {
        return pace;
    }

    /** Of this trial's load alone. */
    String city() {
        return city;
    }

    Path smallDisk() {
        return smallDisk;
    }

    Replica replica(int number) {
        return world.replicas().get(number);
    }

    void check(Check check) {
        checks.add(check);
    }

    List<Check> checks() {
        return List.copyOf(checks);
    }

    /** Not at all if the time is negative. */
    void pause(Duration time) throws InterruptedException {
        Thread.sleep(Math.max(0, time.toMillis()));
    }

    /** A time between the two, from the seeded dice. */
    Duration between(double fromSeconds, double toSeconds) {
        return Duration.ofMillis((long) (1_000 * dice.nextDouble(fromSeconds, toSeconds)));
    }

    /** Over all replicas that answer. */
    double total(String metric) {
        return world.replicas().stream()
                .mapToDouble(replica -> of(replica, metric))
                .sum();
    }

    /** Of the source that carries the load. */
    static double own(Metrics metrics, String name) {
        return metrics.sum(name, "source", "own");
    }

    private static double of(Replica replica, String metric) {
        try {
            return replica.metrics().sum(metric);
        } catch (RuntimeException notAnswering) {
            return 0;
        }
    }
}
