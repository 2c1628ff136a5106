package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By many that run side by side: each wait is anywhere between 50 ms and its bound. */
class BackoffTest {
    private static final int MANY = 2_000;

    private final SplittableRandom random = new SplittableRandom(20_261_123);
    private final List<Backoff> backoffs =
            Stream.generate(() -> new Backoff(random.split())).limit(MANY).toList();

    @Test
    void doublesItsBoundFromHalfASecondToThirty() {
        for (double seconds : new double[] {0.5, 1, 2, 4, 8, 16, 30, 30, 30}) {
            assertBound(seconds);
        }
    }

    @Test
    void beginsAnewWhenItIsReset() {
        IntStream.range(0, 5).forEach(time -> backoffs.forEach(Backoff::next));

        backoffs.forEach(Backoff::reset);

        assertBound(0.5);
        assertBound(1);
    }

    private void assertBound(double seconds) {
        long bound = (long) (seconds * 1_000);
        List<Long> waits =
                backoffs.stream().map(Backoff::next).map(Duration::toMillis).toList();
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isBetween(50L, bound));
        assertThat(waits).as("short ones").anyMatch(wait -> wait < 50 + bound / 10);
        assertThat(waits).as("long ones").anyMatch(wait -> wait > bound - bound / 10);
        assertThat(waits).as("in between").anyMatch(wait -> wait > bound / 3 && wait < 2 * bound / 3);
    }
}
