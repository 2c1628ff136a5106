package de.hexapolis.threads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.schema.Engine;
import de.hexapolis.schema.OpenGate;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.schema.UnfitDatabase;
import de.hexapolis.telemetry.PlatformClock;
import jakarta.enterprise.inject.Vetoed;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class RepeatingTest {
    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofHours(1);
    private static final long PATIENCE_MS = 10_000;

    private final AtomicInteger rounds = new AtomicInteger();

    @Test
    void aRoundThatThrowsDoesNotEndTheThread() throws InterruptedException {
        Repeating thread = repeating(MOMENT, () -> {
            switch (rounds.incrementAndGet()) {
                case 1 -> throw new IllegalStateException("a defect");
                case 2 -> throw new SQLException("away");
                default -> {
                    return MOMENT;
                }
            }
        });

        thread.start();

        await().until(() -> rounds.get() > 5);
        thread.stop();
        assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
    }

    @Test
    void saysOnceThatTheDatabaseIsAwayUntilARoundGoesWellAndAnyOtherFailureEachTime() throws InterruptedException {
        Logger logger = Logger.getLogger(Repeating.class.getName());
        Lines lines = new Lines();
        logger.addHandler(lines);
        try {
            Repeating thread = repeating(MOMENT, () -> {
                switch (rounds.incrementAndGet()) {
                    case 1, 2, 3, 5, 6 -> throw new SQLException("away");
                    case 7, 8 -> throw new IllegalStateException("a defect");
                    case 9, 10 -> throw new SQLException("there is one already", "23505");
                    case 11 -> throw new SQLException("the server stops", "57P01");
                    case 12 -> throw new StackOverflowError();
                    default -> {
                        return MOMENT;
                    }
                }
            });
            thread.start();
            await().until(() -> rounds.get() > 12);
            thread.stop();
            thread.awaitEnd(PATIENCE_MS);
        } finally {
            logger.removeHandler(lines);
        }

        assertThat(lines.levels).containsExactly("WARN", "WARN", "ERROR", "ERROR", "ERROR", "ERROR", "ERROR");
    }

    @Test
    void endsWithoutMemory() throws InterruptedException {
        Repeating thread = repeating(MOMENT, () -> {
            rounds.incrementAndGet();
            throw new OutOfMemoryError("made on purpose");
        });

        thread.start();

        assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void neverBeginsWhereTheDatabaseIsUnfitAndLeavesTheWordToTheGate() throws InterruptedException {
        List<Throwable> uncaught = new CopyOnWriteArrayList<>();
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> uncaught.add(failure));
        try {
            Repeating thread = new Repeating("round", new ClosedGate(), MOMENT, () -> {
                rounds.incrementAndGet();
                return MOMENT;
            });

            thread.start();

            assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
        assertThat(rounds).hasValue(0);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void waitsAsLongAsItsRoundSaysAndAsToldAfterAFailure() throws InterruptedException {
        List<Long> begun = new CopyOnWriteArrayList<>();
        Repeating thread = repeating(Duration.ofMillis(300), () -> {
            begun.add(System.nanoTime());
            switch (rounds.incrementAndGet()) {
                case 1 -> {
                    return Duration.ofMillis(200);
                }
                case 2 -> throw new SQLException("away");
                default -> {
                    return LONG;
                }
            }
        });

        thread.start();

        await().until(() -> rounds.get() == 3);
        assertThat(begun.get(1) - begun.get(0)).isGreaterThanOrEqualTo(200_000_000L);
        assertThat(begun.get(2) - begun.get(1)).isGreaterThanOrEqualTo(300_000_000L);
        thread.stop();
        thread.awaitEnd(PATIENCE_MS);
    }

    @Test
    void stopAndFinishEndAThreadThatWaitsAtOnce() throws InterruptedException {
        for (boolean politely : List.of(true, false)) {
            CountDownLatch begun = new CountDownLatch(1);
            Repeating thread = repeating(LONG, () -> {
                begun.countDown();
                return LONG;
            });
            thread.start();
            begun.await();

            end(thread, politely);

            assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        }
    }

    @Test
    void stopEndsTheWaitAfterAFailureThoughTheRoundSwallowedTheInterrupt() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Repeating thread = repeating(LONG, () -> {
            begun.countDown();
            try {
                Thread.sleep(LONG.toMillis());
            } catch (InterruptedException swallowed) {
                rounds.incrementAndGet();
            }
            throw new SQLException("interrupted while waiting for a connection");
        });
        thread.start();
        begun.await();

        thread.stop();

        assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void finishLetsTheRoundAtHandEndAndNoOtherBegin() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch sent = new CountDownLatch(1);
        Repeating thread = repeating(MOMENT, () -> {
            begun.countDown();
            sent.await();
            rounds.incrementAndGet();
            return Duration.ZERO;
        });
        thread.start();
        begun.await();

        thread.finish();

        assertThat(thread.isStopping()).isTrue();
        assertThat(thread.awaitEnd(50)).isFalse();
        sent.countDown();
        assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        assertThat(rounds).hasValue(1);
    }

    @Test
    void doesNothingOnceItIsStopped() throws InterruptedException {
        for (boolean politely : List.of(true, false)) {
            Repeating thread = counting(new OpenGate());
            end(thread, politely);

            thread.start();

            assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
            assertThat(rounds).hasValue(0);
        }
    }

    @Test
    void doesNothingBeforeTheSchemaIsThere() throws InterruptedException {
        Repeating thread = counting(new SchemaGate(new PGSimpleDataSource()));
        thread.start();

        assertThat(thread.awaitEnd(100)).isFalse();
        thread.stop();

        assertThat(thread.awaitEnd(PATIENCE_MS)).isTrue();
        assertThat(rounds).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"1, PT10S", "4, PT2.5S", "10, PT1S", "600, PT1S"})
    void waitsByPlatformTimeButASecondAtLeast(double rate, Duration real) {
        PlatformClock clock = PlatformClock.of(Instant.EPOCH, Instant.EPOCH, rate);

        assertThat(Repeating.pauseOf(clock, Duration.ofSeconds(10))).isEqualTo(real);
    }

    private Repeating counting(SchemaGate gate) {
        return new Repeating("counting", gate, MOMENT, () -> {
            rounds.incrementAndGet();
            return MOMENT;
        });
    }

    private static Repeating repeating(Duration afterFailure, Repeating.Round round) {
        return new Repeating("repeating", new OpenGate(), afterFailure, round);
    }

    private static void end(Repeating thread, boolean politely) {
        if (politely) {
            thread.finish();
        } else {
            thread.stop();
        }
    }

    private static final class Lines extends Handler {
        private final List<String> levels = new CopyOnWriteArrayList<>();

        @Override
        public void publish(LogRecord line) {
            levels.add(line.getLevel().getName());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Vetoed
    private static final class ClosedGate extends SchemaGate {
        ClosedGate() {
            super(new PGSimpleDataSource());
        }

        @Override
        public Engine await() {
            throw new UnfitDatabase("too old");
        }
    }
}
