package de.hexapolis.query.aggregates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.query.problem.Problem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ValuesInFlightTest {
    @Test
    void refusesWhatFindsNoRoomUntilAShareIsGivenBack() {
        ValuesInFlight inFlight = new ValuesInFlight(3_000, Duration.ofMillis(20));
        try (ValuesInFlight.Share second = inFlight.share()) {
            try (ValuesInFlight.Share first = inFlight.share()) {
                first.take(2_001);
                assertThatThrownBy(() -> second.take(1))
                        .isInstanceOf(Problem.class)
                        .extracting(problem -> ((Problem) problem).document().code())
                        .isEqualTo("busy");
            }
            assertThatCode(() -> second.take(3_000)).doesNotThrowAnyException();
        }
        try (ValuesInFlight.Share third = inFlight.share()) {
            assertThatCode(() -> third.take(3_000)).doesNotThrowAnyException();
        }
    }

    @Test
    void waitsAMomentForRoom() throws InterruptedException {
        ValuesInFlight inFlight = new ValuesInFlight(1_000, Duration.ofMinutes(1));
        ValuesInFlight.Share first = inFlight.share();
        first.take(1_000);
        Thread waiting = new Thread(() -> {
            try (ValuesInFlight.Share second = inFlight.share()) {
                second.take(1_000);
            }
        });
        waiting.start();
        first.close();
        waiting.join(30_000);
        assertThat(waiting.isAlive()).isFalse();
    }

    @Test
    void hasRoomForTwoOfTheLargestAnswers() {
        ValuesInFlight inFlight = new ValuesInFlight();
        try (ValuesInFlight.Share first = inFlight.share();
                ValuesInFlight.Share second = inFlight.share()) {
            first.take(Affordable.MOST_VALUES);
            assertThatCode(() -> second.take(Affordable.MOST_VALUES)).doesNotThrowAnyException();
        }
    }
}
