package de.hexapolis.trials.world;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waiting for something that another process does. */
public final class Patience {
    private static final Duration LOOK = Duration.ofMillis(100);

    private Patience() {}

    /**
     * Looks until it is so; what the look throws counts as not yet.
     *
     * @return how long it took
     * @throws IllegalStateException naming what was waited for, if it takes longer than {@code longest}
     */
    public static Duration until(String what, Duration longest, Callable<Boolean> look) throws InterruptedException {
        long started = System.nanoTime();
        if (!reached(longest, look)) {
            throw new IllegalStateException("waited %s in vain until %s".formatted(longest, what));
        }
        return Duration.ofNanos(System.nanoTime() - started);
    }

    /** False if it is not so in time. */
    public static boolean reached(Duration longest, Callable<Boolean> look) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!holds(look)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(LOOK.toMillis());
        }
        return true;
    }

    private static boolean holds(Callable<Boolean> look) throws InterruptedException {
        try {
            return look.call();
        } catch (InterruptedException stop) {
            throw stop;
        } catch (Exception notYet) {
            return false;
        }
    }
}
