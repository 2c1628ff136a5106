package de.hexapolis.threads;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.schema.UnfitDatabase;
import de.hexapolis.telemetry.PlatformClock;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * A thread that does its work round after round, once the schema is there. A round that fails does not end it: that the
 * database is away is said once until a round goes well, anything else each time. Thread-safe.
 */
public final class Repeating {
    private static final Logger LOG = Logger.getLogger(Repeating.class);
    private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);

    private final SchemaGate gate;
    private final Duration afterFailure;
    private final Round round;
    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private boolean warned;

    /** One round of the work. */
    @FunctionalInterface
    public interface Round {
        /** @return how long to wait before the next one, in real time; zero, too, where it has waited itself */
        Duration once() throws SQLException, InterruptedException;
    }

    /** @param afterFailure how long to wait after a round that failed, in real time */
    public Repeating(String name, SchemaGate gate, Duration afterFailure, Round round) {
        this.gate = gate;
        this.afterFailure = afterFailure;
        this.round = round;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    /** The real time between rounds that follow each other by platform time: a second at least, however fast its clock. */
    public static Duration pauseOf(PlatformClock clock, Duration platformTime) {
        Duration real = clock.realDuration(platformTime);
        return real.compareTo(LEAST_PAUSE) > 0 ? real : LEAST_PAUSE;
    }

    public void start() {
        thread.start();
    }

    /** Ends after the round at hand. */
    public void finish() {
        stopping.countDown();
    }

    /** Ends the round at hand, too. */
    public void stop() {
        stopping.countDown();
        thread.interrupt();
    }

    /** For rounds that are long: whether there should be no more of it. */
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** @return whether it has ended */
    public boolean awaitEnd(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
        return !thread.isAlive();
    }

    private void run() {
        try {
            gate.await();
            while (!isStopping()) {
                Duration pause = attempt();
                stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (UnfitDatabase toldByTheGate) {
            LOG.debugf("%s never begins: %s", thread.getName(), toldByTheGate.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration attempt() throws InterruptedException {
        try {
            Duration pause = round.once();
            warned = false;
            return pause;
        } catch (OutOfMemoryError | ThreadDeath end) {
            throw end;
        } catch (SQLException failure) {
            tell(failure);
        } catch (RuntimeException | Error defect) {
            tellFailed(defect);
        }
        return afterFailure;
    }

    private void tell(SQLException failure) {
        if (!DatabaseTrouble.isAway(failure)) {
            tellFailed(failure);
            return;
        }
        if (!warned && !isStopping()) {
            LOG.warnf("%s waits for the database: %s", thread.getName(), failure.getMessage());
        }
        warned = true;
    }

    private void tellFailed(Throwable failure) {
        LOG.errorf(failure, "%s: a round failed; the next one follows", thread.getName());
    }
}
