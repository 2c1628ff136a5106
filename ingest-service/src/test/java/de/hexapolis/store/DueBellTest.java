package de.hexapolis.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DueBellTest {
    private final DueBell bell = new DueBell();

    @Test
    void tellsForHowLongTheOldestBatchHasBeenUnderWay() throws InterruptedException {
        assertThat(bell.longestBatch()).isZero();
        Runnable first = bell.begins();
        Thread.sleep(20);
        Runnable second = bell.begins();
        assertThat(bell.longestBatch()).isGreaterThanOrEqualTo(Duration.ofMillis(20));

        first.run();
        assertThat(bell.longestBatch()).isLessThan(Duration.ofSeconds(20));
        second.run();

        assertThat(bell.longestBatch()).isZero();
    }

    @Test
    void whoWaitsAfterItRangDoesNotWait() throws InterruptedException {
        bell.ring();

        assertThat(bell.await(Duration.ofSeconds(20))).isTrue();
        assertThat(bell.await(Duration.ofMillis(1))).isFalse();
    }
}
