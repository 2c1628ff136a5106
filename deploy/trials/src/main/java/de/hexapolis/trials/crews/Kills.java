package de.hexapolis.trials.crews;

import de.hexapolis.trials.world.Replica;
import de.hexapolis.trials.world.Service;
import de.hexapolis.trials.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** kill -9 of ingest's replicas, query-service and the simulator, at moments from seeded dice. One thread. */
final class Kills {
    private final World world;
    private final Service query;
    private final SimulatedTown town;
    private final Span span;
    private final SplittableRandom dice;
    private final List<Instant> gaps = new ArrayList<>();
    private int count;

    Kills(World world, Service query, SimulatedTown town, Span span, SplittableRandom dice) {
        this.world = world;
        this.query = query;
        this.town = town;
        this.span = span;
        this.dice = dice;
    }

    /** Half of them at ingest; spread over the time, which they may overrun on a busy machine. */
    void strike(int times, Duration within) throws InterruptedException {
        long begun = System.nanoTime();
        for (int time = 0; time < times; time++) {
            double moment = (time + dice.nextDouble(0.1, 0.9)) / times;
            long wait = (long) (moment * within.toNanos()) - (System.nanoTime() - begun);
            Thread.sleep(Math.max(0, wait / 1_000_000));
            strike();
            count++;
        }
    }

    private void strike() throws InterruptedException {
        int drawn = dice.nextInt(4);
        if (drawn == 0) {
            gaps.add(span.now());
            town.killAndRestart();
        } else if (drawn == 1) {
            query.program().kill();
            query.start();
        } else {
            Replica victim = world.replicas().get(dice.nextInt(world.replicas().size()));
            victim.program().kill();
            victim.service().start();
        }
    }

    int count() {
        return count;
    }

    /** When no device sent anything. */
    List<Instant> gaps() {
        return List.copyOf(gaps);
    }
}
