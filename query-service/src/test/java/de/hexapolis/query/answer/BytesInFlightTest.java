package de.hexapolis.query.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import java.time.Duration;
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
    void waitsAMomentForRoom() throws InterruptedException {
        BytesInFlight inFlight = new BytesInFlight(100_000, Duration.ofMinutes(1));
        BytesInFlight.Share first = inFlight.share();
        first.take(100_000);
        Thread waiting = new Thread(() -> {
            try (BytesInFlight.Share second = inFlight.share()) {
                second.take(100_000);
            }
        });
        waiting.start();
        first.close();
        waiting.join(30_000);
        assertThat(waiting.isAlive()).isFalse();
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
