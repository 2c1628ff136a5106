package de.hexapolis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.hexapolis.query.problem.Problem;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BytesInFlightTest {
    @Test
    void refusesWhatFindsNoRoomUntilAShareIsGivenBack() {
        BytesInFlight inFlight = new BytesInFlight(300_000, Duration.ofMillis(20));
        try (BytesInFlight.Share second = inFlight.share()) {
            try (BytesInFlight.Share first = inFlight.share()) {
                first.take(200_001);
                assertThatThrownBy(() -> second.take(100_000))
                        .isInstanceOf(Problem.class)
                        .extracting(problem -> ((Problem) problem).document().code())
                        .isEqualTo("busy");
            }
            assertThatCode(() -> second.take(300_000)).doesNotThrowAnyException();
        }
        try (BytesInFlight.Share third = inFlight.share()) {
            assertThatCode(() -> third.take(300_000)).doesNotThrowAnyException();
        }
    }

    @Test
    void waitsAMomentForRoom() throws Exception {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMinutes(1));
        BytesInFlight.Share first = inFlight.share();
        first.take(100_000);
        BytesInFlight.Share second = inFlight.share();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> second.take(100_000));
        assertThatThrownBy(() -> waiting.get(200, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        first.close();
        waiting.get(30, TimeUnit.SECONDS);
        assertThat(inFlight.free()).isZero();
    }

    @Test
    void breaksWorkOffWhileItWaits() throws Exception {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMinutes(1));
        BytesInFlight.Share first = inFlight.share();
        first.take(100_000);
        BytesInFlight.Share second = inFlight.share();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger atWork = new AtomicInteger();
        CompletableFuture<String> work = CompletableFuture.supplyAsync(() -> second.whenThereIsRoom(() -> {
            begun.incrementAndGet();
            atWork.incrementAndGet();
            try {
                second.takeNow(100_000);
                return "done";
            } finally {
                atWork.decrementAndGet();
            }
        }));
        await().until(() -> begun.get() == 1 && atWork.get() == 0);
        assertThat(work).isNotDone();
        first.close();
        assertThat(work.get(30, TimeUnit.SECONDS)).isEqualTo("done");
        assertThat(begun).hasValue(2);
    }

    @Test
    void keepsWhatIsNeededAndGivesBackTheRest() {
        BytesInFlight inFlight = new BytesInFlight(1_024_000, Duration.ofMillis(20));
        try (BytesInFlight.Share share = inFlight.share()) {
            share.take(1_024_000);
            share.keep(102_400);
            assertThat(inFlight.free()).isEqualTo(921_600);
            share.keep(BytesInFlight.SMALL);
            assertThat(inFlight.free()).isEqualTo(1_024_000);
        }
        assertThat(inFlight.free()).isEqualTo(1_024_000);
    }

    @Test
    void countsWhomItRefuses() {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMillis(20));
        try (BytesInFlight.Share first = inFlight.share();
                BytesInFlight.Share second = inFlight.share()) {
            first.take(100_000);
            assertThat(inFlight.refused()).isZero();
            assertThatThrownBy(() -> second.take(100_000)).isInstanceOf(Problem.class);
            assertThat(inFlight.refused()).isEqualTo(1);
        }
    }

    @Test
    void letsSmallAnswersPassWhateverIsTaken() {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMillis(20));
        try (BytesInFlight.Share large = inFlight.share();
                BytesInFlight.Share small = inFlight.share()) {
            large.take(100_000);
            assertThatCode(() -> small.take(BytesInFlight.SMALL)).doesNotThrowAnyException();
        }
    }

    @Test
    void givesAllThereIsToWhatIsLarger() {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMillis(20));
        long all = inFlight.free();
        BytesInFlight.Share share = inFlight.share();
        share.take(200_000);
        assertThat(inFlight.free()).isZero();
        share.close();
        share.close();
        assertThat(inFlight.free()).isEqualTo(all);
    }
}
